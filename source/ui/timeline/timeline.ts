import type { Milliseconds, Share } from '../../core/units.ts';

/** What the user looks at. */
export type TimelineView = {
  /** The id of the only case; all of them if omitted. */
  readonly case?: string;
  /** `selectionOf` chooses it if omitted. */
  readonly round?: number;
  /** Where the visible part begins. */
  readonly start: Share;
  /** How many times the visible part was halved. */
  readonly zoom: number;
  /** The first row. */
  readonly top: number;
  /** Whether every worker gets its own row, however many there are. */
  readonly single: boolean;
};

/** All engines, from the beginning to the end. */
export const wholePass: TimelineView = { start: 0, zoom: 0, top: 0, single: false };

/** The visible part of the time axis. */
export function seenPart({ start, zoom }: TimelineView, length: Milliseconds) {
  return { from: start * length, to: Math.min(start + 2 ** -zoom, 1) * length };
}
