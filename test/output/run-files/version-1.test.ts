import assert from 'node:assert/strict';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runSummaryOf } from '../../../source/core/report/run-summary.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { Report } from '../../../source/core/report/report.ts';
import { listRuns } from '../../../source/output/run-files/list.ts';
import { readRun } from '../../../source/output/run-files/read.ts';
import { saveRun } from '../../../source/output/run-files/save.ts';
import { openHistory } from '../../../source/session/replay/history.ts';
import { openReplay } from '../../../source/session/replay/replay.ts';
import { temporaryFolder } from '../../helpers/profiles/runs.ts';

const folder = fileURLToPath(new URL('../../fixtures/runs-v1', import.meta.url));

/** What the fibtui that wrote these files reported. */
const written = async (name: string) =>
  JSON.parse(await readFile(join(folder, `${name}.report.json`), 'utf8')) as Report;

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

/** What was measured, and what follows from it by rules that have not changed. */
const measuredIn = ({ cases, passes, trust }: Report) => ({
  cases: cases.map(({ id, engine, workers, median, low, high, outliers }) => ({
    id,
    engine,
    workers,
    outliers,
    ...(median === undefined ? {} : { median, low, high }),
  })),
  trust: trust.map(({ name, level }) => ({ name, level })),
  passes: passes.map((pass) => ({
    case: pass.case,
    round: pass.round,
    status: pass.status,
    wall: pass.status === 'finished' ? pass.wall : null,
    span: pass.status === 'finished' ? pass.span : null,
  })),
});

/** The ratios of a case's rounds, in ascending order. */
function ratiosOf({ passes }: Report, over: string, id: string): readonly number[] {
  const walls = (name: string) =>
    new Map(
      passes.flatMap((pass) =>
        pass.status === 'finished' && pass.case === name ? [[pass.round, pass.wall] as const] : [],
      ),
    );
  const own = walls(id);
  return [...walls(over)]
    .flatMap(([round, wall]) => (own.has(round) ? [wall / own.get(round)!] : []))
    .toSorted((one, other) => one - other);
}

for (const name of ['pool', 'interrupted', 'ray']) {
  suite(`a run file of version 1: ${name}`, () => {
    const file = join(folder, `${name}.json.gz`);

    test('replays to the measurements that it had', async () => {
      assert.deepEqual(measuredIn(await replayed(file)), measuredIn(await written(name)));
    });

    test('is judged by the rules of today', async () => {
      const report = await replayed(file);
      assert.ok(report.verdict.comparisons.length > 0);
      for (const { case: id, over, factor, pairs } of report.verdict.comparisons) {
        const ratios = ratiosOf(await written(name), over, id);
        assert.equal(pairs, ratios.length);
        assert.equal(factor, pairs > 1 ? ratios[Math.floor((pairs - 1) / 2)] : undefined);
      }
    });

    test('is listed without a verdict until it is opened, then with that of today', async (t) => {
      const runs = await temporaryFolder(t);
      await copyFile(file, join(runs, '2026-11-30T08-04-21-308Z-009b02a3.json.gz'));
      const history = openHistory(runs);
      const { skipped, runs: listed } = await history.list();
      assert.deepEqual(skipped, []);
      const [unopened] = listed;
      assert.ok(unopened?.outdated && !('results' in unopened));
      assert.match(unopened.verdict, /open it to judge it by today's rules/);
      await (await history.open(unopened.path)).close();
      const { path: _, ...summary } = (await history.list()).runs[0]!;
      assert.deepEqual(summary, runSummaryOf(await replayed(file)));
    });

    test('is saved again in the present version, with its numbers and the same results', async (t) => {
      const opened = await readRun(file);
      assert.ok(opened.status === 'opened');
      const report = await replayed(file);
      const runs = await temporaryFolder(t);
      const saved = await saveRun(runs, { recording: opened.run.recording, report });
      assert.ok(saved.status === 'saved', JSON.stringify(saved));
      assert.deepEqual(await replayed(saved.path), report);
      const [run] = (await listRuns(runs)).runs;
      const { path: _, ...summary } = run!;
      assert.deepEqual(summary, runSummaryOf(report));
    });
  });
}
