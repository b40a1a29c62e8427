import { useInput } from 'ink';
import { keyPresses, type KeyPress } from '../keys.ts';

/** Calls `handle` for every key, one at a time. */
export function useKeys(handle: (key: KeyPress) => void): void {
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) {
      handle(press);
    }
  });
}
