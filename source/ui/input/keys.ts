import type { Key } from 'ink';

/** One key as the screens understand it: a name, or the character itself. */
export type KeyPress = string;

const named: readonly (readonly [flag: keyof Key, name: KeyPress])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
];

/** Keys that are sent fast arrive as one string: each of its characters is a key. */
export function keyPresses(input: string, key: Key): readonly KeyPress[] {
  if (key.ctrl) {
    return input === 'c' || input === 'z' ? [`ctrl+${input}`] : [];
  }

  // Two that are pressed fast arrive as one.
  if (key.escape && key.meta) {
    return ['escape', 'escape'];
  }

  const name = named.find(([flag]) => key[flag])?.[1];
  if (name) {
    return [key.shift && name !== 'enter' ? `shift+${name}` : name];
  }

  return key.meta
    ? []
    : Array.from(withoutLead(input), (character) => written[character] ?? character);
}

/** What is pasted may begin with blanks, which nobody means as keys: no hand is so fast with those behind them. */
const withoutLead = (input: string): string => input.replace(/^ +(?=[!-~]{4})/, '');

/** Keys inside a chunk; enter arrives as a line feed when it was typed before the terminal was raw. */
const written: Readonly<Record<string, KeyPress>> = { '\r': 'enter', '\n': 'enter', '\t': 'tab' };
