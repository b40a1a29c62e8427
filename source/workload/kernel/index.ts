// The Fibonacci kernel: AssemblyScript, compiled to dist/kernel.wasm. It uses the whole memory from address 0, with
// plain loads and stores: no allocator, no garbage.
import { addRow, addSixRows } from './add';
import { addressOf, blockRows, layOut, widthOf } from './rows';

export { digest, residue } from './digest';
export { addressOf, widthOf } from './rows';

let terms: i32 = 0;
let done: i32 = 0;

/** Starts a sequence of n terms that keeps all of them or the last two. Terms 0 and 1 are written at once for any n. */
export function start(n: i32, keepsAll: bool): void {
  layOut(n, keepsAll);
  v128.store(addressOf(0), i64x2(0, 0));
  v128.store(addressOf(1), i64x2(1, 0));
  terms = n;
  done = min(n, 2);
}

/** Continues until about `bytes` of rows are written; returns the number of terms so far. */
export function advance(bytes: i32): i32 {
  for (let left = bytes; done < terms && left > 0;) {
    const rows = done % blockRows == 0 && done + blockRows <= terms ? blockRows : 1;
    if (rows == 1 || !addSixRows(done)) addRows(rows);
    left -= rows * <i32>widthOf(done);
    done += rows;
  }

  return done;
}

function addRows(rows: i32): void {
  for (let row = done; row < done + rows; row++) addRow(row);
}
