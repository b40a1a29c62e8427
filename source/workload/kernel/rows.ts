// The layout of the terms. Row i holds term i, lowest limb first. A limb has 63 bits in a 64-bit word, so that the sum
// of two limbs keeps its carry: WebAssembly has no carry flag.

/** Rows per sweep. Fewer would read memory more often; more would run out of registers. */
export const blockRows: i32 = 6;

/** Two limbs, 126 bits. */
export const vectorBytes: usize = 16;

/** Rows of equal width: over 180 terms a number grows by 125 bits, so one more vector. A multiple of `blockRows`. */
const bandRows: i32 = 180;

let keeps: bool = true;
let widest: usize = vectorBytes;

/** Lays out n terms: one row after another to keep all, otherwise four rows that are reused. */
export function layOut(n: i32, keepsAll: bool): void {
  keeps = keepsAll;
  widest = widthOf(max(n, 1) - 1);
}

/** Width of a row in bytes. */
export function widthOf(row: i32): usize {
  return vectorBytes * <usize>(row / bandRows + 1);
}

export function addressOf(row: i32): usize {
  return keeps ? addressInList(row) : addressInPair(row);
}

/** Bytes before a row: b bands whose rows are 1, 2, … b vectors wide, and the earlier rows of its own band. */
function addressInList(row: i32): usize {
  const bands = <usize>(row / bandRows);
  const below = (<usize>bandRows * bands * (bands + 1)) / 2;
  return vectorBytes * below + widthOf(row) * <usize>(row % bandRows);
}

/**
 * Blocks alternate between two pairs of rows; within a block each row overwrites the one two before it. So a block
 * never overwrites the two rows that it starts from, and can be computed again.
 */
function addressInPair(row: i32): usize {
  const pair = (row / blockRows) & 1;
  return widest * <usize>(2 * pair + (row & 1));
}
