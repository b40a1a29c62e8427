import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageCount } from '../../source/ui/run/run-room.ts';
import { rowsOf } from '../helpers/screens/ui-frames.ts';
import {
  rayNow,
  rayState,
  runScreen,
  runState,
  samplesOn,
  type RayRequest,
} from '../helpers/screens/ui-states.ts';
import {
  random,
  between,
  anyWorkers,
  samples,
  anyNodes,
  phases,
} from '../helpers/screens/any-state.ts';

test('the bars of the durations stand in every window of the run screen, in the order of the plan', () => {
  const state = runState({ cpus: 256, pass: ['pool', 1, 1100] });
  for (let rows = 16; rows < 60; rows++) {
    const bars = rowsOf(runScreen(state, 1200), { columns: 60, rows })
      .slice(0, 10)
      .filter((row) => /^│ (local|pool) /.test(row));
    assert.deepEqual(
      bars.map((row) => row.slice(2, 9)),
      ['local  ', 'pool   '],
      `${rows} rows`,
    );
  }
});

test('every worker stands on one page, and every page has some', () => {
  for (let sample = 0; sample < samples; sample++) {
    const workers = anyWorkers();
    const window = { columns: between(60, 300), rows: between(16, 60) };
    const state = runState({
      settings: { workers, size: 100, tasks: 4 },
      pass: ['pool', 1, 1100],
      samples: Array.from({ length: workers }, () => ({ share: 1, tasks: 1 })),
    });
    const pages = pageCount(state.profile!, window);
    const cells = Array.from({ length: pages }, (_, page) =>
      rowsOf(runScreen(state, 1200, { page }), window)
        .filter((row) => /^│ +w\d+ .*█/.test(row))
        .reduce((total, row) => total + row.replaceAll(/[^█]/g, '').length, 0),
    );
    const where = `${workers} workers, ${JSON.stringify(window)}`;
    assert.ok(pages === 1 || cells.every((count) => count > 0), where);
    assert.ok(pages === 1 || cells.reduce((sum, count) => sum + count, 0) === workers, where);
  }
});

test('every worker of a cluster stands on one page, and every node is begun', () => {
  for (let sample = 0; sample < samples; sample++) {
    const nodes = anyNodes();
    const window = { columns: between(60, 300), rows: between(16, 60) };
    const request: RayRequest = {
      nodes,
      settings: { size: 100, tasks: random() < 0.5 ? 2000 : 1 },
      phases: phases.map((phase) => [phase, 1000] as const),
      samples: samplesOn(nodes).map((one) => ({ ...one, share: 1 })),
    };
    const state = rayState(request);
    const pages = pageCount(state.profile!, window);
    const rows = Array.from({ length: pages }, (_, page) =>
      rowsOf(runScreen(state, rayNow(request), { page }), window).filter((row) =>
        /^│ +(n\d+ )?w\d+ .*█/.test(row),
      ),
    );
    const where = `${nodes.join()}, ${JSON.stringify(window)}`;
    const cells = rows.map((page) => page.join('').replaceAll(/[^█]/g, '').length);
    const total = nodes.reduce((sum, cpus) => sum + cpus, 0);
    assert.ok(pages === 1 || cells.every((count) => count > 0), where);
    if (cells[0]! > 0) {
      assert.equal(
        cells.reduce((sum, count) => sum + count, 0),
        total,
        where,
      );
      assertBegun(rows.flat(), nodes.length, where);
    }
  }
});

/** A node starts with its label in front of a row, or after a line within a row. */
function assertBegun(rows: readonly string[], nodes: number, where: string): void {
  const labels = rows.flatMap((row) => /^│ +(n\d+) /.exec(row)?.[1] ?? []);
  const fresh = labels.filter((label, row) => label !== labels[row - 1]).length;
  const inside = rows.map((row) => row.slice(1, -1)).join('');
  const within = inside.replaceAll(/[^│]/g, '').length;
  assert.ok(nodes === 1 || fresh + within >= nodes, `${fresh} + ${within} of ${where}`);
}
