import type { Playback } from '../../core/session/playback.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { KeyPress } from '../input/keys.ts';

export type ReplayHands = {
  /** Leads back to where the replay was opened from, if it was. */
  readonly back: () => void;
  /** Draws what changed behind the state. */
  readonly redraw: () => void;
  readonly quit: () => void;
};

/** How far an arrow leads. */
const step: Milliseconds = 5000;

/** A key while a run is played. */
export function onReplay(hands: ReplayHands, playback: Playback, key: KeyPress): void {
  const { back, quit } = hands;
  switch (key) {
    case ' ':
      playback.toggle();
      break;
    case 'left':
      playback.seek(-step);
      break;
    case 'right':
      playback.seek(step);
      break;
    case '0':
      playback.restart();
      break;
    case 'q':
      quit();
      break;
    case 'escape':
    case 'h':
      back();
      break;
    default:
  }

  hands.redraw();
}
