import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitCalibration } from '../../source/core/calibration-fit.ts';
import { taskTime, type CalibrationSample } from '../../source/core/calibration.ts';
import { noisy, seeded } from '../helpers/random.ts';

const sizes = [100, 500, 1000, 3000, 10_000, 20_000, 50_000];

type Law = { readonly a: number; readonly b: number; readonly c: number };

const samplesOf = ({ a, b, c }: Law, noise = () => 1): readonly CalibrationSample[] =>
  sizes.map((n) => ({ n, duration: (a + b * n + c * n * n) * noise() }));

const within = (actual: number, expected: number, share: number, name: string): void =>
  assert.ok(Math.abs(actual / expected - 1) <= share, `${name} ${actual}, not ${expected}`);

const laws: Readonly<Record<string, Law>> = {
  'a fast kernel': { a: 0.002, b: 4e-6, c: 3.6e-9 },
  'a slow start': { a: 5, b: 1e-3, c: 1e-7 },
  'a slow machine': { a: 0.5, b: 0.01, c: 2e-6 },
};

for (const [name, law] of Object.entries(laws)) {
  test(`the law of ${name} is found again`, () => {
    const found = fitCalibration('list', samplesOf(law));
    assert.equal(found.workload, 'list');
    within(found.a, law.a, 0.01, 'a');
    within(found.b, law.b, 0.01, 'b');
    within(found.c, law.c, 0.01, 'c');
  });

  test(`forecasts by the law of ${name} stand 5 % noise`, () => {
    for (let seed = 1; seed <= 20; seed++) {
      const found = fitCalibration('pair', samplesOf(law, noisy(seeded(seed), 0.05)));
      for (const n of sizes) {
        within(
          taskTime(found, n),
          taskTime({ ...found, ...law }, n),
          0.15,
          `seed ${seed}, T(${n})`,
        );
      }
    }
  });
}

test('three sizes are enough', () => {
  const law = { a: 1, b: 0.01, c: 1e-5 };
  const found = fitCalibration('list', samplesOf(law).slice(0, 3));
  within(found.a, law.a, 0.01, 'a');
  within(found.b, law.b, 0.01, 'b');
  within(found.c, law.c, 0.01, 'c');
});

test('a part that is not there is 0', () => {
  const { a, b, c } = fitCalibration('list', samplesOf({ a: 0, b: 0, c: 1e-6 }));
  within(c, 1e-6, 0.01, 'c');
  assert.ok(a >= 0 && a < 1e-9 && b >= 0 && b < 1e-9, `${a} and ${b}`);
});

test('no part is ever negative, whatever was measured', () => {
  const random = seeded(7);
  for (let attempt = 0; attempt < 200; attempt++) {
    const found = fitCalibration(
      'list',
      sizes.map((n) => ({ n, duration: 0.001 + 10 * random() })),
    );
    assert.ok(found.a >= 0 && found.b >= 0 && found.c >= 0, JSON.stringify(found));
    assert.ok(taskTime(found, 50_000) > 0, JSON.stringify(found));
  }
});

test('times that fall with the size still make a law', () => {
  const found = fitCalibration('list', [
    { n: 100, duration: 3 },
    { n: 1000, duration: 2 },
    { n: 10_000, duration: 1 },
  ]);
  assert.ok(found.a > 0 && found.b >= 0 && found.c >= 0, JSON.stringify(found));
});
