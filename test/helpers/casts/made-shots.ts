import xterm from '@xterm/headless';
import { screenOf, type Screen } from '../../../media/cells.ts';
import type { WindowSize } from '../../../source/output/asciicast/format.ts';
import { shown } from './casts.ts';

/** The screen after a program wrote this. */
export async function screenAfter(
  text: string,
  { columns: cols, rows }: WindowSize,
): Promise<Screen> {
  const emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  await shown(emulator, text);
  return screenOf(emulator);
}

/** Its rows without trailing blanks. */
export const rowsOf = (screen: Screen): string =>
  screen
    .map((row) =>
      row
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n')
    .trimEnd();
