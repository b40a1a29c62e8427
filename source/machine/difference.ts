import { isDeepStrictEqual } from 'node:util';
import type { Machine, Memory } from '../core/machine/machine.ts';
import type { Bytes } from '../core/units.ts';

/** Whether the screen would show something else: memory always moves a little, and less than 1 % is not news. */
export function differs(shown: Machine, seen: Machine): boolean {
  return (
    moved(shown.memory, seen.memory) || !isDeepStrictEqual({ ...shown, memory: seen.memory }, seen)
  );
}

function moved(shown: Memory, seen: Memory): boolean {
  const far = (from: Bytes, to: Bytes) => Math.abs(to - from) > from / 100;
  return far(shown.total, seen.total) || far(shown.free, seen.free) || far(shown.limit, seen.limit);
}
