import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { State } from '../../../source/core/profile/state.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import type { Walls } from '../../helpers/profiles/profiles.ts';
import { rowsOf } from '../../helpers/screens/ui-frames.ts';
import { rayNow, rayState, runScreen, type RayRequest } from '../../helpers/screens/ui-states.ts';
import { upTo, ray } from '../../helpers/screens/ray-runs.ts';

const barOf = (state: State, now: Milliseconds) => rowsOf(runScreen(state, now))[5]!.slice(2, -2);

test('the row of Ray says which phase it is in, and how long the pass takes so far', () => {
  const textOf = (request: RayRequest) =>
    barOf(rayState(request), rayNow(request)).replace(/.*[·▒] {2}/, '');
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((count) => textOf(upTo(count))),
    [
      'submitting  0.1 s  ',
      '   pending  1.3 s  ',
      '  starting  1.7 s  ',
      'warming up  1.9 s  ',
      '   running  4.5 s  ',
    ],
  );
  const after = (took: Milliseconds) => textOf({ phases: [['warming-up', took]] });
  assert.equal(after(99_900), 'warming up 99.9 s  ');
  assert.equal(after(125_000), 'running 2 min 5 s  ');
  assert.equal(textOf({ phases: [['pending', 125_000]] }), 'pending 2 min 5 s  ');
});

test('a pass of which nothing tells how long it will take fills three quarters of its row at most', () => {
  const request: RayRequest = { walls: { ray: [] }, ...upTo(2) };
  const state = rayState(request);
  for (const later of [0, 1, 5000, 3_600_000]) {
    const bar = rowsOf(runScreen(state, rayNow(request) + later))[3]!;
    assert.match(bar, new RegExp(`^│ R ray     ▒{33}·{11}  `));
  }
});

test('in a pass that has taken no time yet no bar is longer than its row', () => {
  const draw = runScreen(rayState({ walls: { ray: [] } }), rayNow({}) - 1);
  assert.equal(rowsOf(draw)[3], `│ R ray     ${'·'.repeat(44)}  running  0.0 s      │`);
});

/** The fourth round runs backwards: its `local` is still to come. */
const rounds = { local: [1800, 1790, 1810], pool: [930, 940, 935, 930] };

test('after its rounds Ray shows its median, as the others do', () => {
  const walls = { ...rounds, ray: [5500, 5600, 5550] };
  const state = rayState({ walls, instead: { pass: ['local', 4, 40_000] } });
  assert.match(barOf(state, 40_100), /^R ray {5}▒{44} {4}5\.55 s {2}±0\.9 % {3}$/);
});

test('Ray that failed in all of its rounds does not come next', () => {
  const ended = { ...rounds, ray: ['failed', 'failed', 'failed'] } as const;
  const after = rayState({ walls: ended, instead: { pass: ['local', 4, 40_000] } });
  assert.match(barOf(after, 40_100), / {2}failed {13}$/);
  const first = { local: [1800], pool: [930], ray: ['failed'] } as const;
  const before = rayState({ walls: first, instead: { pass: ['ray', 2, 40_000] } });
  assert.match(
    barOf({ ...before, profile: { ...before.profile!, activity: { type: 'opening' } } }, 1),
    / {2}next {15}$/,
  );
});

test('so far a column is a round, also of Ray, which has fewer', () => {
  const walls = { ...rounds, ray: ['failed', 5600, 5550] } as const;
  const state = rayState({ walls, instead: { pass: ['local', 4, 40_000] } });
  const columnsIn = (columns: number) =>
    rowsOf(runScreen(state, 40_100), { columns })
      .filter((row) => row.includes('median'))
      .map((row) => row.slice(2, row.indexOf('median')).trimEnd());
  assert.deepEqual(columnsIn(80), []);
  assert.deepEqual(columnsIn(60), []);
});

test('where the plan stands there is how wide Ray is, where there is room', () => {
  const info = (nodes: readonly number[], columns: number) =>
    rowsOf(ray({ nodes }), { columns })[1]!.slice(43, -1).trim();
  assert.equal(info([2, 2], 120), 'n 50,000   N 200   P 2, Ray 4   list');
  assert.equal(info([2, 2], 80), 'n 50,000   N 200   P 2   list');
  assert.equal(info([2], 120), 'n 50,000   N 200   P 2   list');
  const alone = rowsOf(ray({ nodes: [4], walls: { ray: [] } }), { columns: 120 })[1]!;
  assert.match(alone, / N 200 {3}P 4 {3}list /);
});

test('the time that is left ends in the same column, whether it is known or the least', () => {
  const eta = (ray: Walls[string]) => {
    const walls = { local: [1800], pool: [930], ray };
    const state = rayState({ walls, instead: { pass: ['pool', 2, 40_000] } });
    return /ETA.{10}/.exec(rowsOf(runScreen(state, 40_100))[1]!)?.[0];
  };
  assert.equal(eta([5000, 5000]), 'ETA   15.8 s ');
  assert.equal(eta(['failed', 'failed']), 'ETA > 10.8 s ');
});

test('while nothing is known of what is left, no time is made up for it', () => {
  const walls = { ray: [undefined] };
  const state = rayState({ walls, settings: { rounds: 1 }, ...upTo(2) });
  assert.match(rowsOf(runScreen(state, rayNow(upTo(2))))[1]!, / ETA {6}n\/a {3}n 50,000 /);
});
