import type { Key } from 'ink';

/** A key: its name, or the character itself. */
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

/** Fast keys arrive as one string: each of its characters is a key. */
export function keyPresses(input: string, key: Key): readonly KeyPress[] {
  if (key.ctrl) {
    return input === 'c' || input === 'z' ? [`ctrl+${input}`] : [];
  }

  // Two fast presses of Escape arrive as one.
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

/**
 * Drops the leading blanks of a paste that a terminal sends as keys, because it knows no brackets around it. Four more
 * characters in one chunk are too fast to be typed.
 */
const withoutLead = (input: string): string => input.replace(/^ +(?=[!-~]{4})/, '');

/** Control characters inside a chunk. Enter arrives as a line feed if it was typed before raw mode. */
const written: Readonly<Record<string, KeyPress>> = { '\r': 'enter', '\n': 'enter', '\t': 'tab' };
