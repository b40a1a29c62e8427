import xterm from '@xterm/headless';
import type { Milliseconds } from '../source/core/units.ts';
import { shown, type Cast } from '../test/helpers/casts/casts.ts';
import { screenOf, type Screen } from './cells.ts';

/** What a window shows from a moment on. */
export type Shot = { readonly at: Milliseconds; readonly screen: Screen };

export type Shots = {
  readonly shots: readonly [Shot, ...(readonly Shot[])];
  readonly length: Milliseconds;
};

/** Plays a cast on an emulator. All output within one `period` appears at its end. */
export async function shotsOf(
  { window, events }: Pick<Cast, 'window' | 'events'>,
  period: Milliseconds,
): Promise<Shots> {
  const { columns: cols, rows } = window;
  const emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  const shots: Shot[] = [];
  const outputs = events.filter(({ code }) => code === 'o');
  for (const [index, { at, data }] of outputs.entries()) {
    await shown(emulator, data);
    const slot = slotOf(at, period);
    const next = outputs[index + 1];
    if (!next || slotOf(next.at, period) > slot) {
      add(shots, { at: slot * period, screen: screenOf(emulator) });
    }
  }

  emulator.dispose();
  const [first, ...rest] = shots;
  if (!first) {
    throw new Error('The cast shows nothing.');
  }

  return { shots: [first, ...rest], length: (events.at(-1)?.at ?? 0) * 1000 };
}

/** The number of the period that contains this moment or ends at it; `at` is in seconds. */
const slotOf = (at: number, period: Milliseconds): number =>
  Math.ceil(Math.round(at * 1000) / period);

function add(shots: Shot[], shot: Shot): void {
  const before = shots.at(-1);
  if (!before || !isSame(before.screen, shot.screen)) {
    shots.push(shot);
  }
}

/** Equal cells are the same object. */
const isSame = (one: Screen, other: Screen): boolean =>
  one.every((row, at) => row.every((cell, column) => cell === other[at]?.[column]));
