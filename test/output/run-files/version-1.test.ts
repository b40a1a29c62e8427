import assert from 'node:assert/strict';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { Report } from '../../../source/core/report/report.ts';
import { listRuns } from '../../../source/output/run-files/list.ts';
import { readRun } from '../../../source/output/run-files/read.ts';
import { saveRun } from '../../../source/output/run-files/save.ts';
import { summaryOf } from '../../../source/output/summary.ts';
import { openReplay } from '../../../source/session/replay/replay.ts';
import { temporaryFolder } from '../../helpers/profiles/runs.ts';

const folder = fileURLToPath(new URL('../../fixtures/runs-v1', import.meta.url));

/** Output of the fibtui that wrote these files: the summary, and the part of the report that follows from the events. */
const written = async (name: string, ending: string) =>
  readFile(join(folder, `${name}.${ending}`), 'utf8');

async function replayed(path: string): Promise<Report> {
  const opened = await readRun(path);
  assert.ok(opened.status === 'opened', JSON.stringify(opened));
  const { recording, fibtui: version } = opened.run;
  const replay = openReplay({ recording, version });
  replay.playback.seek(Number.POSITIVE_INFINITY);
  const report = reportOf(replay.state(), version);
  await replay.close();
  return report ?? assert.fail('no report');
}

/** The same fields as `*.report.json` has. */
const toldIn = ({ cases, verdict, advice, warnings, trust, passes }: Report) => ({
  cases: cases.map(({ workload: _w, size: _s, tasks: _t, ...told }) => told),
  verdict,
  advice,
  warnings,
  trust,
  passes: passes.map((pass) => ({
    case: pass.case,
    round: pass.round,
    status: pass.status,
    wall: pass.status === 'finished' ? pass.wall : null,
    span: pass.status === 'finished' ? pass.span : null,
  })),
});

for (const name of ['pool', 'interrupted', 'ray']) {
  suite(`a run file of version 1: ${name}`, () => {
    const file = join(folder, `${name}.json.gz`);

    test('replays to the results that it had', async () => {
      const report = await replayed(file);
      const summary = summaryOf(report, { ascii: false }).replace(/^AGAIN .*\n/m, '');
      assert.equal(summary, await written(name, 'txt'));
      assert.deepEqual(toldIn(report), JSON.parse(await written(name, 'report.json')));
    });

    test('is listed without the numbers that its first line lacks', async (t) => {
      const runs = await temporaryFolder(t);
      await copyFile(file, join(runs, '2026-11-30T08-04-21-308Z-009b02a3.json.gz'));
      const listed = await listRuns(runs);
      assert.deepEqual(listed.skipped, []);
      const [run] = listed.runs;
      assert.ok(run && !('results' in run));
      assert.equal(run.verdict, (await replayed(file)).verdict.sentence);
    });

    test('is saved again in the present version, with those numbers and the same results', async (t) => {
      const opened = await readRun(file);
      assert.ok(opened.status === 'opened');
      const report = await replayed(file);
      const runs = await temporaryFolder(t);
      const saved = await saveRun(runs, { recording: opened.run.recording, report });
      assert.ok(saved.status === 'saved', JSON.stringify(saved));
      assert.deepEqual(await replayed(saved.path), report);
      const [run] = (await listRuns(runs)).runs;
      const walls = report.cases.flatMap(({ id, median }) => (median ? [[id, median]] : []));
      assert.deepEqual(run?.results?.walls, Object.fromEntries(walls));
      assert.equal(run?.results?.speedups.length, report.verdict.comparisons.length);
    });
  });
}
