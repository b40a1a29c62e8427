import { stripVTControlCharacters } from 'node:util';
import { widthOf } from '../../core/text/cells.ts';

/**
 * Replaces the package `string-width` in the bundle, so that Ink counts cells as our rows do. The package knows every
 * emoji that is put together from several, but delays the first frame by 40 ms; `printable` takes those apart.
 */
export default function stringWidth(text: string): number {
  return widthOf(text.includes('\u001B') ? stripVTControlCharacters(text) : text);
}
