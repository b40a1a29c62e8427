import type { Milliseconds } from '../source/core/units.ts';
import type { Shots } from './shots.ts';

/** A film that first shows its end: where nothing plays, its first picture is all that is seen. */
export function withPoster({ shots, length }: Shots, time: Milliseconds): Shots {
  const last = shots.at(-1)!;
  return {
    shots: [
      { at: 0, screen: last.screen },
      ...shots.map((shot) => ({ ...shot, at: shot.at + time })),
    ],
    length: length + time,
  };
}
