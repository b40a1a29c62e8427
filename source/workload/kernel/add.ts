import { addressOf, vectorBytes, widthOf } from './rows';

const limbBytes: usize = 8;
const limbBits: u64 = 63;
const limbMask: u64 = (1 << 63) - 1;

/**
 * Computes six rows from the two before them in one sweep over the limbs. Each row is added from registers, so only two
 * rows in six are read from memory.
 *
 * A carry is added to the next limb but not passed on: if that limb is all ones, it overflows in turn. This happens to
 * one limb in 2⁶³ and sets its bit 63. Then the result is false, and the caller must add the rows one by one.
 */
export function addSixRows(row: i32): bool {
  const width = widthOf(row);
  const widthBefore = widthOf(row - 1);
  const older = addressOf(row - 2);
  const newer = addressOf(row - 1);
  const first = addressOf(row);
  const toOdd = addressOf(row + 1) - first;
  const toEven = addressOf(row + 2) - addressOf(row + 1);

  const zero = i64x2.splat(0);
  let allBits = zero;
  // The sums of the previous vector, one for each row; their upper limbs hold the carries into this vector.
  let sum0 = zero;
  let sum1 = zero;
  let sum2 = zero;
  let sum3 = zero;
  let sum4 = zero;
  let sum5 = zero;

  for (let offset: usize = 0; offset < width; offset += vectorBytes) {
    // The first block of a band is one vector wider than the rows that it starts from.
    let a = zero;
    let b = zero;
    if (offset < widthBefore) {
      a = v128.load(older + offset);
      b = v128.load(newer + offset);
    }

    let to = first + offset;
    let sum = i64x2.add(a, b);
    const row0 = carry(sum, sum0);
    sum0 = sum;
    v128.store(to, row0);
    allBits = v128.or(allBits, row0);

    sum = i64x2.add(b, row0);
    const row1 = carry(sum, sum1);
    sum1 = sum;
    v128.store((to += toOdd), row1);
    allBits = v128.or(allBits, row1);

    sum = i64x2.add(row0, row1);
    const row2 = carry(sum, sum2);
    sum2 = sum;
    v128.store((to += toEven), row2);
    allBits = v128.or(allBits, row2);

    sum = i64x2.add(row1, row2);
    const row3 = carry(sum, sum3);
    sum3 = sum;
    v128.store((to += toOdd), row3);
    allBits = v128.or(allBits, row3);

    sum = i64x2.add(row2, row3);
    const row4 = carry(sum, sum4);
    sum4 = sum;
    v128.store((to += toEven), row4);
    allBits = v128.or(allBits, row4);

    sum = i64x2.add(row3, row4);
    const row5 = carry(sum, sum5);
    sum5 = sum;
    v128.store((to += toOdd), row5);
    allBits = v128.or(allBits, row5);
  }

  return i64x2.bitmask(allBits) == 0;
}

/** Clears bit 63 of both limbs of a sum and adds to each the bit 63 of the limb below it. */
function carry(sum: v128, before: v128): v128 {
  const limbsBelow = v128.shuffle<u64>(before, sum, 1, 2);
  return i64x2.add(v128.and(sum, i64x2.splat(limbMask)), i64x2.shr_u(limbsBelow, <i32>limbBits));
}

/** Computes one row from the two before it, limb by limb, and passes every carry on. */
export function addRow(row: i32): void {
  const width = widthOf(row);
  const widthBefore = widthOf(row - 1);
  const olderWidth = widthOf(row - 2);
  const older = addressOf(row - 2);
  const newer = addressOf(row - 1);
  const to = addressOf(row);
  let carried: u64 = 0;

  for (let offset: usize = 0; offset < width; offset += limbBytes) {
    if (offset < olderWidth) carried += load<u64>(older + offset);
    if (offset < widthBefore) carried += load<u64>(newer + offset);
    store<u64>(to + offset, carried & limbMask);
    carried >>= limbBits;
  }
}
