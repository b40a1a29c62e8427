import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTasksIn } from '../../../source/core/plan/ray-text.ts';
import type { ClusterState } from '../../../source/core/profile/state.ts';
import type { RunView } from '../../../source/ui/run/run.ts';
import {
  rowsOf,
  zoneLines,
  type Draw,
  type WindowOptions,
} from '../../helpers/screens/ui-frames.ts';
import { rayState, runScreen, samplesOn } from '../../helpers/screens/ui-states.ts';
import { atWork, busy, ray, smallest, large, upTo } from '../../helpers/screens/ray-runs.ts';

/** The rows of the zone of the workers, rule included. */
const workersRows = (draw: Draw, options: WindowOptions = {}): readonly string[] =>
  zoneLines(draw, 'workers', options).map((row) =>
    row.replace(/^── (.*?)(?: ─+ .*)?$/, '$1').trim(),
  );

const titleOf = (draw: Draw, options?: WindowOptions) => workersRows(draw, options)[0];

test('while some have not shown up, they have empty bars, no node and no mark', () => {
  const request = { ...atWork, nodes: [2, 2], samples: samplesOn([2, 1]) };
  const [title, , , third, fourth] = workersRows(ray(request));
  assert.equal(title, 'RAY, ROUND 1   3 of 4 workers on 2 nodes   running 2.6 s');
  assert.match(third!, /^w3 .* 78 % +78 tasks {2}10\.0\.0\.2$/);
  assert.match(fourth!, /^w4 {2}─+ {3}0 % +0 tasks$/);
});

test('that all are on one of several nodes can be seen', () => {
  const request = { ...atWork, nodes: [2, 2], samples: samplesOn([0, 2]) };
  const [title, first] = workersRows(ray(request));
  assert.equal(title, 'RAY, ROUND 1   2 of 4 workers on 1 of 2 nodes   running 2.6 s');
  assert.match(first!, / 80 tasks {2}10\.0\.0\.2$/);
});

test('more workers than were planned have no less of a place', () => {
  const title = (samples: readonly number[], given?: Partial<RunView>) =>
    titleOf(ray({ ...atWork, samples: samplesOn(samples) }, given));
  assert.equal(title([3]), 'RAY, ROUND 1   3 workers   running 2.6 s');
  assert.equal(title([2, 2]), 'RAY, ROUND 1   4 workers on 2 nodes   n1 10.0.0.1   running 2.6 s');
  assert.equal(
    title([400, 400], { page: 1 }),
    'RAY, ROUND 1   800 workers on 2 nodes   page 2/9   1 cell = 1 worker',
  );
  const keys = rowsOf(ray({ ...atWork, samples: samplesOn([400, 400]) })).at(-1);
  assert.match(keys!, /pgup\/pgdn workers/);
});

test('two nodes on one machine are told apart by more than their address', () => {
  const names = ['127.0.0.1 a1b2', '127.0.0.1 c3d4'];
  const rows = workersRows(ray({ ...atWork, nodes: [1, 1], names }));
  assert.match(rows[1]!, / 80 tasks {2}127\.0\.0\.1 a1b2$/);
  assert.match(rows[2]!, / 79 tasks {2}127\.0\.0\.1 c3d4$/);
});

test('names that would leave no room for the bars give way to their labels', () => {
  const names = [
    '2001:db8:1234:5678:9abc:def0:1234:5678 a1b2',
    '2001:db8:1234:5678:9abc:def0:1234:9',
  ];
  const [, row] = workersRows(ray({ ...atWork, nodes: [1, 1], names }));
  assert.match(row!, / 80 tasks {2}n1$/);
  const [, wide] = workersRows(ray({ ...atWork, nodes: [1, 1], names }), large);
  assert.match(wide!, / 80 tasks {2}2001:db8:1234:5678:9abc:def0:1234:5678 a1b2$/);
});

test('a worker with failed tasks is marked, and the title says how many there are', () => {
  const failing = (nodes: readonly number[]) =>
    samplesOn(nodes).map((sample, worker) => (worker === 2 ? { ...sample, failed: 2 } : sample));
  const rows = workersRows(ray({ ...atWork, nodes: [2, 2], samples: failing([2, 2]) }));
  assert.equal(rows[0], 'RAY, ROUND 1   ! 2 tasks failed   4 workers on 2 nodes   running 2.6 s');
  assert.match(rows[3]!, /^w3 .* 78 % +78 tasks {2}10\.0\.0\.2 !$/);
  const cells = workersRows(ray({ ...atWork, nodes: [32, 32], samples: failing([32, 32]) }));
  assert.match(cells[1]!, /^n1 w01 {2}▆▆!▆▆▆▆▆ ▄▆▆▆▅▅▅▅ .* ! {3}done/);
});

test('what troubles a pass at work comes before everything else', () => {
  const title = (note: string) => titleOf(ray({ ...atWork, nodes: [2, 2], note }));
  assert.equal(
    title('reconnecting'),
    'RAY, ROUND 1   ! reconnecting   4 workers on 2 nodes   running 2.6 s',
  );
  assert.equal(title(busy), `RAY, ROUND 1   ! ${busy}`);
});

test('when all tasks are in it is said why the pass goes on', () => {
  const draw = ray({ ...atWork, nodes: [2, 2], note: allTasksIn });
  assert.equal(
    titleOf(draw),
    'RAY, ROUND 1   all tasks are in   4 workers on 2 nodes   running 2.6 s',
  );
  assert.equal(
    titleOf(draw, { columns: 140 }),
    'RAY, ROUND 1   all tasks are in; three more in plain Python, off the clock   4 workers on 2 nodes   running 2.6 s',
  );
  assert.equal(
    titleOf(draw, large),
    'RAY, ROUND 1   all tasks are in; three more in plain Python, off the clock',
  );
  assert.equal(titleOf(draw, smallest), 'RAY, ROUND 1   all tasks are in   running 2.6 s');
});

test('Ray that is started for a run, or asked again, is what is waited for', () => {
  const state = rayState({ instead: { activity: { type: 'opening' } } });
  const { target } = state.cluster!;
  const first = (cluster: ClusterState) => workersRows(runScreen({ ...state, cluster }, 5000))[1];
  assert.equal(first({ target, status: 'sought', since: 4000 }), `contacting ${target.at}`);
  const own = { at: 'start', from: '--ray' };
  assert.equal(
    first({ target: own, status: 'sought', since: 4000 }),
    'starting Ray on this machine',
  );
  assert.equal(first(state.cluster!), 'getting ready');
});

const outage = { silent: 8000, patience: 120_000 };

test('a head that does not answer is told of before all else, with how long it is asked again', () => {
  const silence = '! no answer from the head for 8 s, trying for 112 s more';
  const busyToo = { ...atWork, outage, note: busy };
  assert.equal(titleOf(ray(busyToo)), `RAY, ROUND 1   ${silence}`);
  assert.equal(
    titleOf(ray(busyToo), large),
    `RAY, ROUND 1   ${silence}   2 workers   running 2.6 s`,
  );
  assert.ok(rowsOf(ray(busyToo), smallest).some((row) => row.includes('no answer from the head')));
});

test('before a worker has started, too', () => {
  const rows = workersRows(ray({ ...upTo(2), outage }));
  assert.ok(rows.includes('! no answer from the head for 8 s, trying for 112 s more'));
});
