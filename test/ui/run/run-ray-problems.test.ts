import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTasksIn } from '../../../source/core/plan/ray-text.ts';
import type { ClusterState } from '../../../source/core/profile/state.ts';
import type { RunView } from '../../../source/ui/run/run.ts';
import { rowsOf, type Draw, type WindowOptions } from '../../helpers/screens/ui-frames.ts';
import { rayState, runScreen, samplesOn } from '../../helpers/screens/ui-states.ts';
import { atWork, busy, ray, smallest, large } from '../../helpers/screens/ray-runs.ts';

/** The rows of the zone of the workers, rule included. */
function workersRows(draw: Draw, options: WindowOptions = {}): readonly string[] {
  const rows = rowsOf(draw, options).map((row) =>
    row.replaceAll(/^[│|] | *[│|]$|─+┤$/g, '').trim(),
  );
  const first = rows.findIndex((row) => row.startsWith('├─'));
  const last = rows.findIndex((row) => row.includes('LIVE CPU'));
  return rows.slice(first, last).map((row) => row.replace('├─ ', ''));
}

const titleOf = (draw: Draw, options?: WindowOptions) => workersRows(draw, options)[0];

test('while some have not shown up, they have empty bars, no node and no mark', () => {
  const request = { ...atWork, nodes: [2, 2], samples: samplesOn([2, 1]) };
  const [title, , , third, fourth] = workersRows(ray(request));
  assert.equal(title, 'RAY   3 of 4 workers on 2 nodes   share · tasks · node   running  2.6 s');
  assert.match(third!, /^w3 .* 78 % +78 {2}10\.0\.0\.2$/);
  assert.match(fourth!, /^w4 {2}·+ {3}0 % {6}0$/);
});

test('that all are on one of several nodes can be seen', () => {
  const request = { ...atWork, nodes: [2, 2], samples: samplesOn([0, 2]) };
  const [title, first] = workersRows(ray(request));
  assert.equal(title, 'RAY   2 of 4 workers on 1 of 2 nodes   share · tasks · node');
  assert.match(first!, / 80 {2}10\.0\.0\.2$/);
});

test('more workers than were planned have no less of a place', () => {
  const title = (samples: readonly number[], given?: Partial<RunView>) =>
    titleOf(ray({ ...atWork, samples: samplesOn(samples) }, given));
  assert.equal(title([3]), 'RAY   3 workers   share of the pass · tasks done   running  2.6 s');
  assert.equal(
    title([2, 2]),
    'RAY   4 workers on 2 nodes   slowest w4,   2 % behind   n1 10.0.0.1',
  );
  assert.equal(
    title([400, 400], { page: 1 }),
    'RAY   800 workers on 2 nodes   page 2/9   1 cell = 1 worker',
  );
  const keys = rowsOf(ray({ ...atWork, samples: samplesOn([400, 400]) })).at(-1);
  assert.match(keys!, /pgup\/pgdn workers/);
});

test('two nodes on one machine are told apart by more than their address', () => {
  const names = ['127.0.0.1 a1b2', '127.0.0.1 c3d4'];
  const rows = workersRows(ray({ ...atWork, nodes: [1, 1], names }));
  assert.match(rows[1]!, / 80 {2}127\.0\.0\.1 a1b2$/);
  assert.match(rows[2]!, / 79 {2}127\.0\.0\.1 c3d4$/);
});

test('names that would leave no room for the bars give way to their labels', () => {
  const names = [
    '2001:db8:1234:5678:9abc:def0:1234:5678 a1b2',
    '2001:db8:1234:5678:9abc:def0:1234:9',
  ];
  const [, row] = workersRows(ray({ ...atWork, nodes: [1, 1], names }));
  assert.match(row!, / 80 {2}n1$/);
  const [, wide] = workersRows(ray({ ...atWork, nodes: [1, 1], names }), large);
  assert.match(wide!, / 80 {2}2001:db8:1234:5678:9abc:def0:1234:5678 a1b2$/);
});

test('a worker with failed tasks is marked, and the title says how many there are', () => {
  const failing = (nodes: readonly number[]) =>
    samplesOn(nodes).map((sample, worker) => (worker === 2 ? { ...sample, failed: 2 } : sample));
  const rows = workersRows(ray({ ...atWork, nodes: [2, 2], samples: failing([2, 2]) }));
  assert.equal(rows[0], 'RAY   ! 2 tasks failed   4 workers on 2 nodes   share · tasks · node');
  assert.match(rows[3]!, /^w3 .* 78 % +78 {2}10\.0\.0\.2 !$/);
  const cells = workersRows(ray({ ...atWork, nodes: [32, 32], samples: failing([32, 32]) }));
  assert.match(cells[1]!, /^n1 w01 {2}▆▆!▆▆▆▆▆ ▄▆▆▆▅▅▅▅ .* ! {3}done/);
});

test('what troubles a pass at work comes before everything else', () => {
  const title = (note: string) => titleOf(ray({ ...atWork, nodes: [2, 2], note }));
  assert.equal(
    title('reconnecting'),
    'RAY   ! reconnecting   4 workers on 2 nodes   share · tasks · node',
  );
  assert.equal(title(busy), `RAY   ! ${busy}`);
});

test('when all tasks are in it is said why the pass goes on', () => {
  const draw = ray({ ...atWork, nodes: [2, 2], note: allTasksIn });
  assert.equal(titleOf(draw), `RAY   ${allTasksIn}`);
  assert.equal(titleOf(draw, large), `RAY   ${allTasksIn}   4 workers on 2 nodes   running  2.6 s`);
  assert.equal(titleOf(draw, smallest), 'RAY   all tasks are in   4 workers on 2 nodes');
});

test('Ray that is started for a run, or asked again, is what is waited for', () => {
  const state = rayState({ instead: { activity: { type: 'opening' } } });
  const { target } = state.cluster!;
  const first = (cluster: ClusterState) => workersRows(runScreen({ ...state, cluster }, 5000))[1];
  assert.equal(first({ target, status: 'sought', since: 4000 }), `asking ${target.at} what it is`);
  const own = { at: 'start', from: '--ray' };
  assert.equal(
    first({ target: own, status: 'sought', since: 4000 }),
    'starting Ray on this machine',
  );
  assert.equal(first(state.cluster!), 'getting ready');
});
