import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedAnswer } from '../../../source/core/plan/answer.ts';
import { digestOf, keptPositions } from '../../../source/core/plan/fibonacci.ts';

/** F(0) … F(n − 1) by plain addition. */
function plainTerms(n: number): readonly bigint[] {
  const terms: bigint[] = [];
  for (let index = 0; index < n; index++) {
    terms.push(index < 2 ? BigInt(index) : terms[index - 1]! + terms[index - 2]!);
  }

  return terms;
}

function plainAnswer(n: number) {
  const terms = plainTerms(n);
  const kept = keptPositions(n).reduce((sum, position) => sum + terms[position]!, 0n);
  return {
    digest: ((terms.at(-1) ?? 0n) & 0xffff_ffff_ffff_ffffn).toString(16).padStart(16, '0'),
    kept: (kept % (2n ** 61n - 1n)).toString(),
  };
}

test('the expected answer is that of plain addition for all n to 300', () => {
  for (let n = 0; n <= 300; n++) {
    const expected = plainAnswer(n);
    assert.deepEqual(expectedAnswer('list', n), expected, `n = ${n}`);
    assert.deepEqual(expectedAnswer('bigint', n), expected, `n = ${n}`);
    assert.deepEqual(expectedAnswer('pair', n), { digest: expected.digest }, `n = ${n}`);
  }
});

const checkValues = [
  [1_000, '72a7ca8af1d500a2', '198000430276020531'],
  [50_000, 'fd0f04faf43dbd7d', '763987711070963543'],
  [100_000, 'a1b4b068f46871e2', '771456951884388763'],
] as const;

for (const [n, digest, kept] of checkValues) {
  test(`${n} terms end in ${digest}`, () => {
    assert.deepEqual(expectedAnswer('list', n), { digest, kept });
  });
}

test('the shortest sequences have their answers too', () => {
  assert.deepEqual(expectedAnswer('list', 0), { digest: '0000000000000000', kept: '0' });
  assert.deepEqual(expectedAnswer('list', 1), { digest: '0000000000000000', kept: '0' });
  // Terms 0 and 1: only the last of the 64 positions is term 1.
  assert.deepEqual(expectedAnswer('list', 2), { digest: '0000000000000001', kept: '1' });
});

test('the largest pair is answered at once', () => {
  assert.match(expectedAnswer('pair', 10_000_000).digest, /^[0-9a-f]{16}$/);
});

test('64 positions are spread from the first term to the last', () => {
  const positions = keptPositions(50_000);
  assert.equal(positions.length, 64);
  assert.deepEqual(positions.slice(0, 3), [0, 793, 1587]);
  assert.equal(positions.at(-1), 49_999);
  assert.deepEqual(keptPositions(0), []);
  assert.deepEqual(new Set(keptPositions(1)), new Set([0]));
  assert.deepEqual(
    keptPositions(64),
    Array.from({ length: 64 }, (_, k) => k),
  );
});

test('a digest is the term modulo 2⁶⁴ in 16 digits', () => {
  assert.equal(digestOf(0n), '0000000000000000');
  assert.equal(digestOf(255n), '00000000000000ff');
  assert.equal(digestOf(2n ** 64n - 1n), 'ffffffffffffffff');
  assert.equal(digestOf(2n ** 64n + 2n), '0000000000000002');
});
