import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrongAnswer } from '../../../../source/core/profile/check-spans.ts';
import { profile } from '../../../../source/core/profile/profile.ts';
import { reduce } from '../../../../source/core/profile/reduce.ts';
import { reportOf } from '../../../../source/core/report/report-of.ts';
import { partOf, totalOf } from '../../../../source/core/report/figures/parts.ts';
import type { ReportCase } from '../../../../source/core/report/figures/report-case.ts';
import { dealt, type Dealing } from '../../../helpers/profiles/dealt.ts';
import {
  fakeEngine,
  handClock,
  recorder,
  type FakeRun,
} from '../../../helpers/profiles/fake-engine.ts';
import {
  planWith,
  profileStateWith,
  stateWith,
  type ProfileRequest,
} from '../../../helpers/profiles/profiles.ts';

/** The case `pool` of a profile on fake engines, with these delays round by round. */
async function poolHeldUp(rounds: readonly Partial<Dealing>[]): Promise<ReportCase> {
  const plan = planWith({ tasks: 12, workers: 4, rounds: rounds.length });
  const clock = handClock();
  const { events, observe } = recorder(clock);
  const outcome = ({ planned, round }: FakeRun) =>
    dealt(planned, { task: 10, ...(planned.id === 'pool' ? rounds[round - 1] : {}) });
  const engine = (name: string) => fakeEngine({ clock, name, outcome });
  const [local, pool, python, ray] = ['local', 'pool', 'python', 'ray'].map(engine);
  const engines = { local: local!, pool: pool!, python: python!, ray: ray! };
  const { signal } = new AbortController();
  const rest = { check: wrongAnswer, startedAt: 'now', stops: async () => 0 };
  await profile({ plan, engines, observe, signal, ...rest });
  const report = reportOf(events.reduce(reduce, stateWith()), '1.2.3');
  return report!.cases.find(({ id }) => id === 'pool')!;
}

const near = (found: number | undefined, expected: number) =>
  assert.ok(found !== undefined && Math.abs(found - expected) <= 0.01 * Math.abs(expected));

test('what holds up the pool of a fake engine is found again in the report, in its part', async () => {
  const { budget, pop } = await poolHeldUp([
    { dispatch: 2, gap: 0.5, slower: 3, tail: 1 },
    { dispatch: 2, gap: 0.5, slower: 3, tail: 1 },
  ]);
  assert.ok(budget);
  near(partOf(budget, 'handing out'), 8);
  near(partOf(budget, 'between two tasks'), 4);
  near(partOf(budget, 'slower side by side'), 36);
  near(partOf(budget, 'idle at the end'), 4);
  assert.deepEqual(
    [partOf(budget, 'waiting for a CPU'), partOf(budget, 'blocked'), budget.round],
    [0, 0, 1],
  );
  near(totalOf(budget), 4 * (30 + 2 + 1 + 9 + 1));
  near(pop?.efficiency, 120 / totalOf(budget));
});

test('the budget is that of the round with the middle speed-up', async () => {
  const walls = [{ tail: 4 }, { tail: 1 }, { tail: 3 }, { tail: 2 }];
  const { budget, typical, speedup } = await poolHeldUp(walls);
  assert.deepEqual([budget?.round, typical?.round, speedup?.round], [3, 3, 3]);
});

const caseOf = (request: ProfileRequest, id: string): ReportCase | undefined =>
  reportOf(stateWith({ profile: profileStateWith(request) }), '1.2.3')?.cases.find(
    (found) => found.id === id,
  );

test('a round in which local failed has nothing to be compared with', () => {
  const walls = { local: [100, 'failed', 100], pool: [30, 40, 50] } as const;
  assert.equal(caseOf({ walls }, 'pool')?.budget?.round, 3);
  const alone = { local: ['failed'], pool: [30] } as const;
  assert.ok(!('budget' in (caseOf({ walls: alone }, 'pool') ?? {})));
});

test('local itself, Ray, and a pool that is compared with a pool have no budget', () => {
  const walls = { local: [100], pool: [30], ray: [400] };
  assert.ok(!('budget' in (caseOf({ walls }, 'local') ?? {})));
  assert.ok(!('budget' in (caseOf({ walls }, 'ray') ?? {})));
  assert.ok(!('pop' in (caseOf({ walls }, 'ray') ?? {})));
  assert.ok(!('budget' in (caseOf({ walls: { pool: [30], 'pool#2': [30] } }, 'pool#2') ?? {})));
  assert.ok(!('budget' in (caseOf({ walls: { ray: [400], pool: [30] } }, 'pool') ?? {})));
});

test('local against itself has a budget of one worker', () => {
  const found = caseOf({ walls: { local: [100], 'local#2': [100] } }, 'local#2');
  assert.deepEqual([found?.budget?.workers, found?.budget?.local], [1, 100]);
});

test('a single round has its parts, and no factor anywhere', () => {
  const found = caseOf({ walls: { local: [100], pool: [30] } }, 'pool');
  for (const field of ['speedup', 'efficiency', 'karpFlatt', 'pop'] as const) {
    assert.equal(found?.[field], undefined, field);
  }

  assert.ok(found?.budget && found.budget.parts.length > 0);
  assert.ok(found.budget.parts.every(({ without }) => without === undefined));
});
