import { useInput } from 'ink';
import { keyPresses, type KeyPress } from './keys.ts';

/** Calls `handle` for every key, one at a time, and `onKey` before each. */
export function useKeys(handle: (key: KeyPress) => void, onKey = () => {}): void {
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) {
      onKey();
      handle(press);
    }
  });
}
