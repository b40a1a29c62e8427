import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Saved } from '../../../source/output/run-files/save.ts';
import { openHistory } from '../../../source/session/replay/history.ts';
import { runToEnd } from '../../helpers/session/run-to-end.ts';
import { openRunSaver } from '../../../source/session/live/run-saver.ts';
import { openInProcess } from '../../../source/host/in-process.ts';
import { openSession } from '../../../source/session/live/session.ts';
import { madeUpTime } from '../../../source/core/made-up-time.ts';
import { settingsWith } from '../../helpers/profiles/profiles.ts';
import { randomRun, temporaryFolder } from '../../helpers/profiles/runs.ts';

const { recording, report } = randomRun(3);

test('what is kept is saved by the time that the saver has settled', async (t) => {
  const folder = await temporaryFolder(t);
  const saver = openRunSaver(folder);
  saver.save(recording, report);
  saver.save(recording, report);
  assert.equal(await saver.settled(), undefined);
  assert.equal((await openHistory(folder).list()).runs.length, 2);
});

test('a run that cannot be saved is told, and the next one is saved all the same', async (t) => {
  const file = join(await temporaryFolder(t), 'file');
  await writeFile(file, '');
  const saver = openRunSaver(join(file, 'runs'));
  saver.save(recording, report);
  assert.match((await saver.settled())?.message ?? '', /could not be saved in .*in its way\.$/);
  const homeless = openRunSaver(undefined);
  homeless.save(recording, report);
  assert.match((await homeless.settled())?.message ?? '', /no home folder/);
});

test('a file system that never answers is waited for a while, and asked for nothing else', async () => {
  const timing = madeUpTime();
  let asked = 0;
  const save = async () => {
    asked++;
    return new Promise<never>(() => {});
  };
  const saver = openRunSaver('/dead/runs', { save, timing });
  saver.save(recording, report);
  saver.save(recording, report);
  const settled = saver.settled();
  await setImmediate();
  timing.pass(20_000);
  assert.equal(
    (await settled)?.message,
    'The run could not be saved in /dead/runs: it has not answered for 20 s.',
  );
  assert.equal(asked, 1);
});

test('a long run is waited for as long as its saving goes on', async () => {
  const timing = madeUpTime();
  let goOn = () => {};
  let end = () => {};
  const save = async (folder: string, _run: unknown, goesOn: () => void) =>
    new Promise<Saved>((resolve) => {
      goOn = goesOn;
      end = () => resolve({ status: 'saved', path: folder });
    });
  const saver = openRunSaver('/slow/runs', { save, timing });
  saver.save(recording, report);
  const settled = saver.settled();
  await setImmediate();
  for (let spell = 0; spell < 5; spell++) {
    timing.pass(15_000);
    goOn();
  }

  end();
  assert.equal(await settled, undefined);
});

test('one that is slow is waited for, and one that answers late is asked again', async () => {
  const timing = madeUpTime();
  const answers: (() => void)[] = [];
  const save = async (folder: string) =>
    new Promise<Saved>((resolve) => {
      answers.push(() => resolve({ status: 'saved', path: `${folder}/a.json.gz` }));
    });
  const saver = openRunSaver('/slow/runs', { save, timing });
  saver.save(recording, report);
  await setImmediate();
  timing.pass(19_000);
  answers[0]!();
  assert.equal(await saver.settled(), undefined);
  saver.save(recording, report);
  await setImmediate();
  timing.pass(21_000);
  assert.equal((await saver.settled())?.code, 'save-unanswered');
  answers[1]!();
  await setImmediate();
  saver.save(recording, report);
  await setImmediate();
  assert.equal(answers.length, 3);
  answers[2]!();
  await saver.settled();
});

test('a session whose last run hangs in its file system says so in place of its list', async (t) => {
  const unsaved = {
    code: 'save-unanswered',
    message: 'It does not answer.',
    hint: 'See to it.',
  };
  const never = async () => new Promise<never>(() => {});
  const session = openSession({
    version: '1.2.3',
    libraries: {},
    ray: { environment: {}, home: '' },
    openHost: openInProcess,
    saver: { save() {}, settled: async () => unsaved },
    history: { list: never, open: never, remove: never, annotate: never },
  });
  t.after(session.close);
  assert.deepEqual(await session.history?.list(), { runs: [], skipped: [], unsaved });
});

test('a session saves each of its runs once, lists the last one, and opens it at its end', async (t) => {
  const folder = await temporaryFolder(t);
  const session = openSession({
    version: '1.2.3',
    libraries: {},
    ray: { environment: {}, home: '' },
    openHost: openInProcess,
    saver: openRunSaver(folder),
    history: openHistory(folder),
  });
  t.after(session.close);
  await runToEnd(session, settingsWith({ size: 100, tasks: 4, rounds: 1, workers: 2 }));
  await session.start(session.state().profile!.plan);
  const { runs } = await session.history!.list();
  assert.equal(runs.length, 2);
  const replay = await session.history!.open(runs[0]!.path);
  assert.equal(replay.playback.status().state, 'ended');
  assert.deepEqual(replay.state().profile?.passes, session.state().profile?.passes);
  await replay.close();
  await session.history!.remove([runs[0]!.path]);
  assert.equal((await readdir(folder)).length, 1);
});

test('a session that is closed in the middle of a run saves what had finished', async (t) => {
  const folder = await temporaryFolder(t);
  const session = openSession({
    version: '1.2.3',
    libraries: {},
    ray: { environment: {}, home: '' },
    openHost: openInProcess,
    saver: openRunSaver(folder),
  });
  const settings = settingsWith({ size: 100, tasks: 4, rounds: 1000, workers: 2 });
  const second = new Promise<void>((resolve) => {
    session.subscribe(() => (session.state().profile?.passes.length ?? 0) > 1 && resolve());
  });
  const run = runToEnd(session, settings);
  await second;
  await session.close();
  await run;
  const [saved] = (await openHistory(folder).list()).runs;
  assert.equal(saved?.finished, false);
});
