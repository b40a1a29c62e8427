import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../../source/core/profile/build-spans.ts';
import { insideOf, rayFactors } from '../../../../source/core/report/figures/ray-factors.ts';
import {
  onRay,
  planWith,
  profileStateWith,
  withoutPython,
} from '../../../helpers/profiles/profiles.ts';
import { seeded } from '../../../helpers/numbers/random.ts';

const plan = planWith({ engines: ['ray'] });
const pass = plan.cases[0]!;

/** A wall of ten seconds, four of them in tasks. */
const outcome = onRay(pass, 10_000, { python1: 6000 });

test('language is local against Python, inside is Python against the span, and the share is the span of the wall', () => {
  assert.deepEqual(rayFactors(outcome, { local: 1500 }), { lambda: 0.25, inside: 1.5, share: 0.4 });
});

test('their product is the wall of local over the wall of Ray, whatever was measured', () => {
  const random = seeded(5);
  for (let sample = 0; sample < 200; sample++) {
    const [wall, local, python1] = [1, 2, 3].map(() => 10 ** (6 * random())) as [
      number,
      number,
      number,
    ];
    const { lambda = 0, inside = 0, share } = rayFactors(onRay(pass, wall, { python1 }), { local });
    const product = lambda * inside * share;
    assert.ok(Math.abs(product / (local / wall) - 1) < 1e-9, `${product} of ${local / wall}`);
  }
});

test('where Python ran here, language is timed here, and the CPUs of the cluster have a factor', () => {
  const {
    lambda = 0,
    core = 0,
    inside = 0,
    share,
  } = rayFactors(outcome, { local: 1500, python: 7500 });
  assert.deepEqual([lambda, core], [0.2, 1.25]);
  assert.ok(Math.abs((lambda * core * inside * share) / 0.15 - 1) < 1e-9);
});

test('over Python itself there is no language', () => {
  const { lambda, core = 0, inside = 0, share } = rayFactors(outcome, { python: 7500 });
  assert.equal(lambda, undefined);
  assert.ok(Math.abs((core * inside * share) / 0.75 - 1) < 1e-9);
});

test('without local in that round there is no language factor', () => {
  assert.deepEqual(rayFactors(outcome, {}), { inside: 1.5, share: 0.4 });
});

test('where the serial tasks failed the share is all that is known', () => {
  const failed = withoutPython(pass, 10_000);
  assert.ok(failed.status === 'finished');
  assert.deepEqual(rayFactors(failed, { local: 1500 }), { share: 0.4 });
});

test('tasks that took no time are not faster than anything', () => {
  const nothing = { ...outcome, spans: spansOf([]) };
  assert.deepEqual(rayFactors(nothing, { local: 1500 }), { lambda: 0.25, share: 0 });
});

test('the inside of a case is that of its typical round, between the least and the most', () => {
  const inRound = (wall: number, python1: number) => (one: typeof pass) =>
    onRay(one, wall, { python1 });
  const ray = [inRound(1001, 600), inRound(999, 400), inRound(1002, 800), 'failed'] as const;
  const profile = profileStateWith({ walls: { ray } });
  const [planned] = profile.plan.cases;
  const { value, low, high } = insideOf(profile, planned!)!;
  assert.deepEqual(
    [value, low, high].map((inside) => inside.toFixed(2)),
    ['1.50', '1.00', '2.00'],
  );
});

test('a case without serial tasks has none', () => {
  const profile = profileStateWith({ walls: { local: [10], ray: ['failed'] } });
  assert.deepEqual(
    profile.plan.cases.map((planned) => insideOf(profile, planned)),
    [undefined, undefined],
  );
});
