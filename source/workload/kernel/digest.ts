import { addressOf, widthOf } from './rows';

const limbBytes: usize = 8;

/** 2⁶¹ − 1, a prime; 2⁶³ modulo it is 4. */
const prime: u64 = (1 << 61) - 1;

/** A term modulo 2⁶⁴: its first limb and the lowest bit of its second. */
export function digest(row: i32): u64 {
  const at = addressOf(row);
  return load<u64>(at) | (load<u64>(at + limbBytes) << 63);
}

/** A term modulo 2⁶¹ − 1, by Horner's rule from its highest limb; 4·(2⁶¹ − 2) + 2⁶³ − 1 fits in 64 bits. */
export function residue(row: i32): u64 {
  const at = addressOf(row);
  let rest: u64 = 0;
  for (let offset = widthOf(row); offset > 0; offset -= limbBytes) {
    rest = 4 * rest + load<u64>(at + offset - limbBytes);
    rest = (rest & prime) + (rest >> 61);
    if (rest >= prime) rest -= prime;
  }

  return rest;
}
