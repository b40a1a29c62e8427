import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { circumstancesOf } from '../../../source/core/profile/state.ts';
import { realSystem } from '../../../source/machine/real-system.ts';
import { watchMachine } from '../../../source/machine/watch.ts';
import { jsonOf } from '../../../source/output/json.ts';
import { readRun } from '../../../source/output/run-files/read.ts';
import { saveRun } from '../../../source/output/run-files/save.ts';
import { openMeasurements } from '../../../source/host/child/measurements.ts';
import { realTiming } from '../../../source/session/real-timing.ts';
import { openReplay } from '../../../source/session/replay/replay.ts';
import { openStore } from '../../../source/session/live/store.ts';
import { resultsPicture } from '../../../source/ui/results/results.ts';
import { handClock } from '../../helpers/profiles/fake-engine.ts';
import { settingsWith } from '../../helpers/profiles/profiles.ts';
import { temporaryFolder } from '../../helpers/profiles/runs.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';

test('a real profile that was saved, read and played again ends in the same report and the same results', async (t) => {
  const store = openStore();
  const machine = watchMachine({ system: realSystem, observe: store.observe, libraries: {} });
  const ray = { environment: {}, home: '', version: '1.2.3' };
  const measurements = openMeasurements({ ray, observe: store.observe, stops: async () => 0 });
  t.after(measurements.close);
  t.after(machine.stop);
  await measurements.calibrate('list', 1e9);
  const settings = settingsWith({ size: 100, tasks: 4, rounds: 5, workers: 2 });
  const plan = planOf(settings, circumstancesOf(store.state(), 'list')!);
  machine.pause();
  const startedAt = new Date().toISOString();
  await measurements.run({ type: 'run', plan, startedAt, ended: 0 }, new AbortController().signal);
  const report = reportOf(store.state(), '1.2.3')!;
  assert.equal(report.finished, true);

  const folder = await temporaryFolder(t);
  const saved = await saveRun(folder, { recording: store.recording()!, report });
  assert.ok(saved.status === 'saved', JSON.stringify(saved));
  const opened = await readRun(saved.path);
  assert.ok(opened.status === 'opened', JSON.stringify(opened));
  const clock = handClock();
  const { fibtui: version } = opened.run;
  const replay = openReplay({
    recording: opened.run.recording,
    version,
    timing: { ...realTiming, now: clock.now },
  });
  t.after(replay.close);
  assert.equal(replay.state().profile?.passes.length, 0);
  // Seek, since a long step of the clock would look like a program that was stopped.
  replay.playback.seek(Number.POSITIVE_INFINITY);
  const played = reportOf(replay.state(), replay.version)!;
  assert.deepEqual([...jsonOf(played)], [...jsonOf(report)]);
  const [live, again] = [report, played].map((one) =>
    frameText((room, theme) => resultsPicture({ report: one, listed: false }, room, theme)),
  );
  assert.equal(again, live);
});
