import { elapsed, shortDecimal } from '../../core/text/format.ts';
import type { PlaybackStatus } from '../../core/session/playback.ts';
import { keysWidth, type Room } from '../canvas/frame.ts';
import { keyHints, type KeyHint } from '../canvas/key-hints.ts';
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
export function replayKeys(view: ReplayKeysView, room: Room, theme: Theme): Line {
  const width = keysWidth(room);
  const place = positionOf(view.status);
  const hints = keyHints(
    hintsOf(view, theme.arrows),
    width - place.length - 2,
    theme.ascii ? '...' : '…',
  );
  return justified(hints, line(piece(place, 'strong')), width);
}

/** "replay 12.3 s of 60.0 s", and the speed unless it is 1. */
function positionOf({ state, position, length, speed }: PlaybackStatus): string {
  const name = { playing: 'replay', paused: 'paused', ended: 'ended' }[state];
  const times = state === 'ended' ? elapsed(length) : `${elapsed(position)} of ${elapsed(length)}`;
  return `${name} ${times}${speed === 1 ? '' : `, speed ${shortDecimal(speed)}`}`;
}

/** Those that the help explains just as well go first. */
function hintsOf(
  { status, detailed, listed }: ReplayKeysView,
  { leftRight }: Theme['arrows'],
): readonly KeyHint[] {
  const pause = { playing: 'pause', paused: 'go on', ended: undefined }[status.state];
  return [
    ...(pause === undefined ? [] : [{ keys: 'space', does: [pause] } as const]),
    { keys: leftRight, does: ['5 s'], rank: 2 },
    { keys: '[ ]', does: ['step'], rank: 5 },
    { keys: '< >', does: ['speed'], rank: 6 },
    { keys: '0', does: ['restart'], rank: 4 },
    { keys: 'g', does: ['timeline'], rank: 3 },
    ...(detailed ? [{ keys: 'd', does: ['details'], rank: 1 } as const] : []),
    ...(listed ? [{ keys: 'esc', does: ['back'] } as const] : []),
    { keys: '?', does: ['help'] },
    { keys: 'q', does: ['quit'], rank: 7 },
  ];
}
