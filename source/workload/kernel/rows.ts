// Where the terms lie. Row i holds term i, least limb first, as limbs of 63 bits in words of 64: two numbers can
// then be added without losing the carry, which WebAssembly has no flag for.

/** Rows that one sweep computes. Fewer read memory more often; more run out of registers. */
export const blockRows: i32 = 6;

/** Two limbs, 126 bits. */
export const vectorBytes: usize = 16;

/** Rows of equal width: 180 terms grow by 125 bits, which one more vector holds. A whole number of blocks. */
const bandRows: i32 = 180;

let keeps: bool = true;
let widest: usize = vectorBytes;

/** Lays out n terms: one row after another if all are to be kept, otherwise four rows in which they take turns. */
export function layOut(n: i32, keepsAll: bool): void {
  keeps = keepsAll;
  widest = widthOf(max(n, 1) - 1);
}

/** Bytes of a row. */
export function widthOf(row: i32): usize {
  return vectorBytes * <usize>(row / bandRows + 1);
}

export function addressOf(row: i32): usize {
  return keeps ? addressInList(row) : addressInPair(row);
}

/** Bytes below a row: b bands of 1, 2, … b vectors a row, and what comes before it in its own band. */
function addressInList(row: i32): usize {
  const bands = <usize>(row / bandRows);
  const below = (<usize>bandRows * bands * (bands + 1)) / 2;
  return vectorBytes * below + widthOf(row) * <usize>(row % bandRows);
}

/**
 * Blocks take turns between two pairs of rows; in a block each row lies on the one before the last. So a block
 * never overwrites the two rows that it was computed from, and can be computed again.
 */
function addressInPair(row: i32): usize {
  const pair = (row / blockRows) & 1;
  return widest * <usize>(2 * pair + (row & 1));
}
