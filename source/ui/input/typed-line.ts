import type { KeyPress } from './keys.ts';

/** Whatever can be seen, and blanks. */
const isText = (key: string): boolean => /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(key);

/** One line of any text after a key; undefined if the key is none that types or corrects. */
export function afterTyped(typed: string, key: KeyPress, longest: number): string | undefined {
  if (key === 'backspace') {
    return Array.from(typed).slice(0, -1).join('');
  }

  return isText(key) ? withAddedText(typed, key, longest) : undefined;
}

/** Characters that do not fit are left out. */
export const withAddedText = (typed: string, added: string, longest: number): string =>
  Array.from(typed + added)
    .slice(0, longest)
    .join('');
