import { useInput, usePaste } from 'ink';
import { keyPresses, type KeyPress } from './keys.ts';

export type KeyHandlers = {
  readonly onKey: (key: KeyPress) => void;
  /** Takes a whole paste. Its text is never keys. */
  readonly onPaste: (text: string) => void;
  /** Called before each of both. */
  readonly before?: (() => void) | undefined;
};

/** Calls the handlers for every key and every paste, one at a time. */
export function useKeys({ onKey, onPaste, before }: KeyHandlers): void {
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) {
      before?.();
      onKey(press);
    }
  });
  usePaste((text) => {
    before?.();
    onPaste(text);
  });
}
