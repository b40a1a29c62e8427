import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Conditions } from '../../../../source/core/machine/conditions.ts';
import { reportOf } from '../../../../source/core/report/report-of.ts';
import { machineWith, profileStateWith, stateWith } from '../../../helpers/profiles/profiles.ts';

/** Five passes of pool; the third has this wall, each one its conditions. */
function outlierOf(wall: number, conditionsOf: (round: number) => Partial<Conditions> | undefined) {
  const profile = profileStateWith({ walls: { pool: [200, 201, wall, 199, 200] } });
  const passes = profile.passes.map((ended) => {
    const around = conditionsOf(ended.pass.round);
    return around ? { ...ended, conditions: { during: 210, ...around } } : ended;
  });
  const machine = machineWith({ usable: { count: 4, online: 4, affinity: 4 } });
  const report = reportOf(stateWith({ machine, profile: { ...profile, passes } }), '1.2.3')!;
  const { outliers } = report.cases[0]!;
  return { outliers, warning: report.warnings.find(({ code }) => code === 'outlier')?.message };
}

const only =
  (third: Partial<Conditions>, others: Partial<Conditions>) =>
  (round: number): Partial<Conditions> =>
    round === 3 ? third : others;

test('other processes that took more than in the other rounds are the cause of an outlier', () => {
  assert.deepEqual(outlierOf(250, only({ others: 62 }, { others: 1.2 })), {
    outliers: [{ round: 3, cause: 'other-load' }],
    warning:
      'pool: round 3 (250 ms: other programs took 62.0 ms of CPU time, 1.20 ms in the other rounds), far from the median of 200 ms; included',
  });
});

test('as are the hypervisor and the quota, the one that took the most', () => {
  const quiet = { stolen: 0, throttled: 0, others: 0 };
  const causeOf = (third: Partial<Conditions>) =>
    outlierOf(250, only({ ...quiet, ...third }, quiet)).outliers[0]?.cause;
  assert.equal(causeOf({ stolen: 40 }), 'stolen');
  assert.equal(causeOf({ throttled: 40, stolen: 20 }), 'throttled');
  assert.equal(causeOf({ throttled: 20, stolen: 40 }), 'stolen');
});

test('a clock that was lower than around the others is one where nothing was taken', () => {
  const clock = (mean: number) => ({ clock: { mean, highest: 4000 } });
  assert.deepEqual(outlierOf(250, only(clock(2000), clock(3500))), {
    outliers: [{ round: 3, cause: 'clock-fell' }],
    warning:
      'pool: round 3 (250 ms: the clock fell from 3.50 to 2.00 GHz), far from the median of 200 ms; included',
  });
  assert.deepEqual(outlierOf(250, only(clock(3350), clock(3500))).outliers, [{ round: 3 }]);
  const taken = only({ ...clock(2000), others: 40 }, { ...clock(3500), others: 0 });
  assert.equal(outlierOf(250, taken).outliers[0]?.cause, 'other-load');
});

test('no cause is named that there is no counter of, or that is too small for the delay', () => {
  assert.deepEqual(outlierOf(250, () => undefined).outliers, [{ round: 3 }]);
  assert.deepEqual(outlierOf(250, only({ others: 30 }, {})).outliers, [{ round: 3 }]);
  assert.deepEqual(outlierOf(250, only({ others: 22 }, { others: 10 })).outliers, [{ round: 3 }]);
  assert.deepEqual(outlierOf(250, only({ others: 62 }, { others: 60 })).outliers, [{ round: 3 }]);
});

test('nor what took as much from every second of the other rounds', () => {
  const steady = only({ during: 500, others: 250 }, { during: 210, others: 105 });
  assert.deepEqual(outlierOf(490, steady).outliers, [{ round: 3 }]);
  const more = only({ during: 500, others: 325 }, { during: 210, others: 105 });
  assert.equal(outlierOf(490, more).outliers[0]?.cause, 'other-load');
});

test('nor one that is seen over too short a time', () => {
  const shortly = (during: number) => only({ during, others: 120 }, { during: 210, others: 0 });
  assert.equal(outlierOf(250, shortly(200)).outliers[0]?.cause, 'other-load');
  assert.deepEqual(outlierOf(250, shortly(199)).outliers, [{ round: 3 }]);
});

test('nor one of a round that was faster than the others', () => {
  assert.deepEqual(outlierOf(150, only({ others: 62 }, { others: 0 })).outliers, [{ round: 3 }]);
});
