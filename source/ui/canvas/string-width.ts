import { stripVTControlCharacters } from 'node:util';

/**
 * Replaces the package `string-width` in the bundle. Every character on the screens is one cell wide, as `lengthOf`
 * assumes too. The package knows every script and emoji, but delays the first frame by 40 ms.
 */
export default function stringWidth(text: string): number {
  return (text.includes('\u001B') ? stripVTControlCharacters(text) : text).length;
}
