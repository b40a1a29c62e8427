import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { nextStepsOf } from '../../../source/core/report/next-steps.ts';
import type { Case } from '../../../source/core/plan/plan.ts';
import { onRay, profileStateWith, type ProfileRequest } from '../../helpers/profiles/profiles.ts';
import { five } from '../../helpers/screens/answers.ts';
import { sessionState } from '../../helpers/screens/ui-states.ts';

const quiet = { during: 1000, own: 1500, others: 20, stolen: 0 };

function steps(request: ProfileRequest) {
  const profile = profileStateWith({
    conditions: quiet,
    ...request,
    plan: { size: 1000, workers: 2, ...request.plan },
  });
  const report = reportOf(sessionState(2, { profile }), '1.2.3')!;
  return nextStepsOf(report);
}

test('a disturbed machine comes first', () => {
  const walls = { local: five(2000), pool: five(1000) };
  const [first] = steps({ walls, conditions: { ...quiet, others: 800 } });
  assert.deepEqual(first, {
    does: 'again',
    text: 'This machine was too busy: other programs 40 %. Run again when it is quiet.',
  });
});

test('rounds that vary much ask for more of them', () => {
  const [first] = steps({ walls: { local: [1000, 1300, 1000, 1400, 1900], pool: five(500) } });
  assert.deepEqual(first, {
    does: 'rounds',
    rounds: 10,
    before: 'These numbers are unsteady: rounds of local vary by ±46 %.',
  });
});

test('where the pool loses, one by one is faster', () => {
  const found = steps({ walls: { local: five(500), pool: five(1000) } });
  assert.match('text' in found[0]! ? found[0].text : '', /^One by one is faster here\. /);
});

test('undecided: short rounds need a larger size, long ones more rounds', () => {
  const walls = (time: number) => ({
    local: [0.95, 0.97, 1, 1.03, 1.06].map((factor) => factor * time),
    pool: five(time),
  });
  assert.deepEqual(steps({ walls: walls(70) })[0], {
    does: 'size',
    because: '70.0 ms is too short to tell',
  });
  assert.deepEqual(steps({ walls: walls(2000) })[0], {
    does: 'rounds',
    rounds: 10,
    after: 'more of them, on a quiet machine, would tell',
  });
});

test('too few rounds: as many as a verdict takes, or all that were planned', () => {
  assert.deepEqual(steps({ walls: { local: [1000, 1000], pool: [500, 500] } })[0], {
    does: 'rounds',
    rounds: 5,
    after: 'enough for a verdict',
  });
  assert.deepEqual(
    steps({
      walls: { local: [1000, 1000], pool: [500, 500] },
      plan: { rounds: 5 },
      interrupted: true,
    })[0],
    { does: 'again', text: 'Run again to the end: that makes a verdict.' },
  );
});

test('too few rounds of Ray alone: how many are missing, and that theirs are enough', () => {
  const ray = (planned: Case) => onRay(planned, 3000);
  const walls = { local: five(1000), ray: [ray, ray, ray] };
  assert.deepEqual(steps({ walls, plan: { rounds: 5, rayRounds: 3 } })[0], {
    does: 'rounds',
    rounds: 10,
    ofRay: 5,
    after: '2 more of ray make a verdict',
  });
});

test('what failed says what to do', () => {
  const [first] = steps({ walls: { local: five(1000), pool: [500, 'failed', 500, 500, 500] } });
  assert.deepEqual(first, {
    does: 'mend',
    text: 'pool, round 2 failed: pool: worker 2 died. Run it again with fewer workers.',
  });
});

test('without anything to say the same runs again', () => {
  assert.deepEqual(steps({ walls: { local: five(1000) } }), [
    { does: 'again', text: 'Run the same again.' },
  ]);
});
