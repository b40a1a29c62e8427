import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ratio } from '../../../source/core/text/format.ts';
import { factorOf, multipliedOut, productOf } from '../../../source/core/text/multiply-out.ts';
import { seeded } from '../../helpers/numbers/random.ts';

const textsOf = (...values: readonly number[]): readonly string[] => {
  const whole = ratio(values.reduce((product, value) => product * value, 1));
  return multipliedOut(values.map(factorOf), (product) => ratio(product) === whole);
};

test('factors have three digits, and those below 1 divide', () => {
  assert.deepEqual(textsOf(7.9, 1.44, 1 / 1.72), ['7.90', '1.44', '1.72']);
  assert.deepEqual(
    [factorOf(0.25), factorOf(4)],
    [
      { value: 4, divides: true },
      { value: 4, divides: false },
    ],
  );
});

test('one of them is rounded the other way where the rounded ones miss the product', () => {
  assert.equal(ratio(1.044 * 1.044 * 1.044), '1.14');
  assert.equal(ratio(1.04 * 1.04 * 1.04), '1.12');
  assert.deepEqual(textsOf(1.044, 1.044, 1.044), ['1.04', '1.04', '1.05']);
});

test('more digits are taken where three cannot say the product', () => {
  assert.deepEqual(textsOf(3.4844, 1 / 1.0144), ['3.484', '1.015']);
});

test('whatever the factors, who multiplies them out finds the product, and none is off by more than a unit', () => {
  const random = seeded(11);
  for (let sample = 0; sample < 20_000; sample++) {
    const values = Array.from(
      { length: 2 + Math.floor(random() * 2) },
      () => 10 ** (4 * random() - 2),
    );
    const product = values.reduce((one, other) => one * other, 1);
    if (product < 1) {
      continue;
    }

    const factors = values.map(factorOf);
    const texts = multipliedOut(factors, (found) => ratio(found) === ratio(product));
    assert.equal(
      ratio(productOf(factors, texts)),
      ratio(product),
      `${values.join()} ${texts.join()}`,
    );
    for (const [index, text] of texts.entries()) {
      const unit = 10 ** -(text.split('.')[1]?.length ?? 0);
      const off = Math.abs(Number(text.replaceAll(',', '')) - factors[index]!.value);
      assert.ok(off <= 1.5 * unit + 1e-9, `${values.join()} ${texts.join()}`);
    }
  }
});
