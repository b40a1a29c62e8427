import { elapsed } from '../../core/text/format.ts';
import type { PlaybackStatus } from '../../core/session/playback.ts';
import { keysWidth, type Room } from '../canvas/frame.ts';
import { justified, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';

export type ReplayKeysView = {
  readonly status: PlaybackStatus;
  /** Whether what is shown has details. */
  readonly detailed: boolean;
  /** Whether it was opened from the list, so that Escape goes back there. */
  readonly listed: boolean;
};

/** The key hints of a replay, as many as fit beside its position. */
export function replayKeys(view: ReplayKeysView, room: Room, { arrows }: Theme): Line {
  const width = keysWidth(room);
  const place = positionOf(view.status);
  const left = hints(view, arrows).find((keys) => keys.length + 1 + place.length <= width);
  return justified(line(left ?? ''), line(piece(place, 'strong')), width);
}

/** "replay 12.3 s of 60.0 s", and the speed unless it is 1. */
function positionOf({ state, position, length, speed }: PlaybackStatus): string {
  const name = { playing: 'replay', paused: 'paused', ended: 'ended' }[state];
  const times = state === 'ended' ? elapsed(length) : `${elapsed(position)} of ${elapsed(length)}`;
  return `${name} ${times}${speed === 1 ? '' : ` x${speed}`}`;
}

/** From all hints to the fewest. */
function hints(
  { status, detailed, listed }: ReplayKeysView,
  { leftRight }: Theme['arrows'],
): readonly string[] {
  const pause = { playing: ['space pause'], paused: ['space go on'], ended: [] }[status.state];
  const back = listed ? ['esc back'] : [];
  const timeline = 'g timeline';
  const details = detailed ? ['d details'] : [];
  const ways = [
    [...pause, `${leftRight} 5 s`, '0 restart', timeline, ...details, ...back, '? help', 'q quit'],
    [...pause, `${leftRight} 5 s`, '0 restart', timeline, ...details, ...back, '? help'],
    [...pause, `${leftRight} 5 s`, '0 restart', ...details, ...back, '? help'],
    [...pause, '0 restart', ...details, ...back, '? help'],
    [...pause, ...back, '? help'],
    ['? help'],
  ];
  return ways.map((keys) => keys.join('  '));
}
