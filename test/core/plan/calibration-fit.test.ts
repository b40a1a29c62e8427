import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitCalibration } from '../../../source/core/plan/calibration-fit.ts';
import { taskTime, type CalibrationSample } from '../../../source/core/plan/calibration.ts';
import type { WorkloadName } from '../../../source/core/plan/workload.ts';
import { noisy, seeded } from '../../helpers/numbers/random.ts';

const sizes = [100, 500, 1000, 3000, 10_000, 20_000, 50_000];

type Law = { readonly a: number; readonly b: number; readonly c: number };

const samplesOf = ({ a, b, c }: Law, noise = () => 1): readonly CalibrationSample[] =>
  sizes.map((n) => ({ n, duration: (a + b * n + c * n * n) * noise() }));

/** Like a calibration: every size three times. */
const thrice = (law: Law, noise: () => number): readonly CalibrationSample[] =>
  [1, 2, 3].flatMap(() => samplesOf(law, noise));

const fit = (workload: WorkloadName, samples: readonly CalibrationSample[]) =>
  fitCalibration(workload, { samples, gaps: [] });

/** `share` is the largest relative error. */
type Expected = { readonly value: number; readonly share: number };

const within = (name: string, actual: number, { value, share }: Expected): void =>
  assert.ok(Math.abs(actual / value - 1) <= share, `${name} ${actual}, not ${value}`);

function assertLaw(found: Law, law: Law): void {
  within('a', found.a, { value: law.a, share: 0.01 });
  within('b', found.b, { value: law.b, share: 0.01 });
  within('c', found.c, { value: law.c, share: 0.01 });
}

const laws: Readonly<Record<string, Law>> = {
  'a fast kernel': { a: 0.002, b: 4e-6, c: 3.6e-9 },
  'a slow start': { a: 5, b: 1e-3, c: 1e-7 },
  'a slow machine': { a: 0.5, b: 0.01, c: 2e-6 },
};

for (const [name, law] of Object.entries(laws)) {
  test(`the law of ${name} is found again`, () => {
    const found = fit('list', samplesOf(law));
    assert.equal(found.workload, 'list');
    assertLaw(found, law);
  });

  test(`forecasts by the law of ${name} tolerate 5 % noise`, () => {
    for (let seed = 1; seed <= 20; seed++) {
      const found = fit('pair', thrice(law, noisy(seeded(seed), 0.05)));
      for (const n of sizes) {
        const value = law.a + law.b * n + law.c * n * n;
        within(`seed ${seed}, T(${n})`, taskTime(found, n), { value, share: 0.15 });
      }
    }
  });
}

test('three sizes are enough', () => {
  const law = { a: 1, b: 0.01, c: 1e-5 };
  const found = fit('list', samplesOf(law).slice(0, 3));
  assertLaw(found, law);
});

test('a missing part is 0', () => {
  const { a, b, c } = fit('list', samplesOf({ a: 0, b: 0, c: 1e-6 }));
  within('c', c, { value: 1e-6, share: 0.01 });
  assert.ok(a >= 0 && a < 1e-9 && b >= 0 && b < 1e-9, `${a} and ${b}`);
});

test('no part is ever negative, whatever was measured', () => {
  const random = seeded(7);
  for (let attempt = 0; attempt < 200; attempt++) {
    const found = fit(
      'list',
      sizes.map((n) => ({ n, duration: 0.001 + 10 * random() })),
    );
    assert.ok(found.a >= 0 && found.b >= 0 && found.c >= 0, JSON.stringify(found));
    assert.ok(taskTime(found, 50_000) > 0, JSON.stringify(found));
  }
});

test('times that fall with the size still make a law', () => {
  const found = fit('list', [
    { n: 100, duration: 3 },
    { n: 1000, duration: 2 },
    { n: 10_000, duration: 1 },
  ]);
  assert.ok(found.a > 0 && found.b >= 0 && found.c >= 0, JSON.stringify(found));
});

test('if caches cause steps, the forecast of a measured size is the median of its measured times', () => {
  // Beyond a cache's size a task takes twice as long as the law of the smaller sizes predicts.
  const usual = (n: number) => (0.001 + 4e-9 * n * n) * (n > 10_000 ? 2 : 1);
  const samples = sizes.flatMap((n) =>
    [0.98, 1, 7].map((noise) => ({ n, duration: usual(n) * noise })),
  );
  const found = fit('list', samples);
  for (const n of sizes) {
    within(`T(${n})`, taskTime(found, n), { value: usual(n), share: 1e-9 });
  }
});

test('the gap between two tasks is the shortest one, since interference can only lengthen it', () => {
  const samples = samplesOf({ a: 1, b: 0, c: 0 });
  assert.equal(fitCalibration('list', { samples, gaps: [0.05, 0.9, 0.04] }).gap, 0.04);
  assert.equal(fitCalibration('list', { samples, gaps: [] }).gap, undefined);
});
