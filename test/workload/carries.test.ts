import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRows, type ArenaExports } from '../../source/workload/arena.ts';
import { seeded } from '../helpers/numbers/random.ts';
import { kernelModule } from './plain.ts';

// Fibonacci numbers will not produce the double carry within a lifetime. So the tests overwrite the two rows before a
// block, and the kernel continues from those.

const memory = new WebAssembly.Memory({ initial: 4 });
const ones = 2n ** 63n - 1n;
const limbs = 4;

/** The first row of a block, in the second band: its rows and the two before it are four limbs wide. */
const block = 186;

const rowAt = (rows: ArenaExports, row: number): BigUint64Array =>
  new BigUint64Array(memory.buffer, rows.addressOf(row), limbs);

const valueOf = (row: Iterable<bigint>): bigint =>
  [...row].reduceRight((value, limb) => (value << 63n) + limb, 0n);

function startBlock(keepsAll: boolean): ArenaExports {
  const rows = openRows(kernelModule, memory);
  rows.start(400, keepsAll);
  while (rows.advance(1) < block);
  return rows;
}

/** Compares the kept rows of the six that follow from two with plain BigInt sums. */
function assertFollows(
  older: readonly bigint[],
  newer: readonly bigint[],
  keepsAll: boolean,
): void {
  const rows = startBlock(keepsAll);
  rowAt(rows, block - 2).set(older);
  rowAt(rows, block - 1).set(newer);
  assert.equal(rows.advance(1), block + 6);

  const values = [valueOf(older), valueOf(newer)];
  for (let row = 0; row < 6; row++) {
    values.push((values[row] ?? 0n) + (values[row + 1] ?? 0n));
  }

  for (let row = keepsAll ? 0 : 4; row < 6; row++) {
    const found = rowAt(rows, block + row);
    assert.ok(
      found.every((limb) => limb <= ones),
      'bit 63 is set',
    );
    assert.equal(valueOf(found), values[row + 2], `${older.join()} + ${newer.join()}, row ${row}`);
  }
}

for (const keepsAll of [true, false]) {
  const name = keepsAll ? 'list' : 'pair';

  test(`${name}: a carry into a limb that is all ones passes on to the next`, () => {
    assertFollows([1n, ones, 0n, 0n], [ones, 0n, 0n, 0n], keepsAll);
    assertFollows([ones, ones, 0n, 0n], [1n, 0n, 0n, 0n], keepsAll);
    assertFollows([1n, 0n, ones, 0n], [ones, ones, 0n, 0n], keepsAll);
    assertFollows([1n, ones, ones, 0n], [ones, 0n, 0n, 0n], keepsAll);
  });

  test(`${name}: a carry that only a later row of the block produces passes on too`, () => {
    // a + b needs no carry at all; a + 2b carries into all ones.
    assertFollows([0n, ones - 2n, 0n, 0n], [2n ** 62n, 1n, 0n, 0n], keepsAll);
  });

  test(`${name}: limbs with many carries add up`, () => {
    const random = seeded(63);
    const pick = [0n, 1n, 2n ** 62n, ones - 1n, ones];
    const limb = (): bigint => pick[Math.floor(random() * pick.length)] ?? 0n;
    for (let round = 0; round < 500; round++) {
      assertFollows([limb(), limb(), limb(), 0n], [limb(), limb(), limb(), 0n], keepsAll);
    }
  });
}
