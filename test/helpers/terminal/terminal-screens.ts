import assert from 'node:assert/strict';
import { isTooSmall, tooSmall } from '../../../source/ui/canvas/frame.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import type { Terminal } from './terminal.ts';

/** A plan that ends almost at once. */
export const quick = ['--size', '2k', '--tasks', '4', '--rounds', '2'] as const;

/** Short passes, but too many for any test to see the last one. */
export const endless = ['--size', '20k', '--tasks', '20', '--rounds', '1000'] as const;

/** The round of a run on the screen. */
export const roundOf = (screen: string): number => Number(/round (\d+) of/.exec(screen)?.[1]);

/** A run in which both engines have finished at least once. */
export const laterRound = (screen: string): boolean => roundOf(screen) > 1;

/** The same without a screen, as standard error shows it. */
export const laterProgress = /round (?!1 )[\d,]+ of 1,000 {3}(local|pool) /;

/** A field of the setup screen with this value in it. */
export const field = (name: string, value: string): RegExp =>
  new RegExp(` ${name} +${value}( |$)`, 'm');

/** The same with the cursor on it. */
export const current = (name: string, value: string): RegExp =>
  new RegExp(`> ${name} +(\\[.\\] )?${value}( |$)`, 'm');

/** The sentence of a warning or a refusal, joined from its rows. */
export function warning(screen: string): string {
  const rows = screen.split('\n').map((row) => row.replaceAll(/^[│|] | *[│|]$/g, ''));
  const first = rows.findIndex((row) => /^[!▲] /.test(row));
  const length = rows.slice(first).findIndex((row) => row === '' || /^[├+╰]/.test(row));
  return first === -1
    ? ''
    : rows
        .slice(first, first + length)
        .join(' ')
        .slice(2);
}

/** Nothing reaches the last column or the last row. */
export function assertFits(screen: string, columns: number, rows: number): void {
  const lines = screen.split('\n');
  assert.equal(lines.length, rows);
  assert.equal(lines.at(-1), '', `the last row is used:\n${screen}`);
  for (const line of lines) {
    assert.ok(line.length < columns, `"${line}" takes ${line.length} of ${columns} columns`);
  }
}

/** A screen that was drawn for this window, with no remains of another one. */
export function drawnAt(columns: number, rows: number): (screen: string) => boolean {
  const refusal = textOf(tooSmall({ columns, rows })).trim();
  return isTooSmall({ columns, rows })
    ? (screen) => screen.trim() === refusal
    : (screen) => spans(screen, columns, rows);
}

/** The frame reaches from the title to the keys, and to the last column but one. */
function spans(screen: string, columns: number, rows: number): boolean {
  const lines = screen.split('\n');
  const bottom = lines[rows - 3] ?? '';
  return (
    lines[0]?.length === columns - 1 && bottom.length === columns - 1 && bottom.startsWith('╰')
  );
}

/** The window is as before the program: normal screen, visible cursor, no mode left on. */
export function assertRestored(terminal: Terminal): void {
  assert.equal(terminal.buffer(), 'normal');
  assert.ok(terminal.cursorVisible(), 'the cursor is hidden');
  assert.equal(terminal.emulator.modes.bracketedPasteMode, false);
  assert.equal(terminal.emulator.modes.mouseTrackingMode, 'none');
}
