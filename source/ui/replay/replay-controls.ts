import type { Playback } from '../../core/session/playback.ts';
import type { Session } from '../../core/session/session.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { KeyPress } from '../input/keys.ts';

export type ReplayKeyTargets = {
  readonly session: Pick<Session, 'playback'>;
  readonly historyActions: {
    /** Goes back to the list, if the replay was opened from there. */
    readonly back: () => void;
  };
  readonly openTimeline: () => void;
  /** Turns the pages of the workers. */
  readonly turnPage: (key: 'pageup' | 'pagedown') => void;
  /** Shows the details of what is played, or hides them. */
  readonly toggleDetails: () => void;
  /** Draws again after a change that no event reports. */
  readonly redraw: () => void;
  readonly quit: () => void;
};

/** How far an arrow key seeks. */
const seekStep: Milliseconds = 5000;

/** A key during a replay. */
export function onReplay(targets: ReplayKeyTargets, key: KeyPress): void {
  const { session, historyActions, quit, redraw } = targets;
  switch (key) {
    case 'pageup':
    case 'pagedown':
      targets.turnPage(key);
      break;
    case 'g':
      targets.openTimeline();
      break;
    case 'd':
      targets.toggleDetails();
      break;
    case 'q':
      quit();
      break;
    case 'escape':
    case 'h':
      historyActions.back();
      break;
    default:
      if (session.playback) {
        onPlayback(session.playback, key);
      }
  }

  redraw();
}

function onPlayback(playback: Playback, key: KeyPress): void {
  switch (key) {
    case ' ':
      return playback.toggle();
    case 'left':
      return playback.seek(-seekStep);
    case 'right':
      return playback.seek(seekStep);
    case '[':
      return playback.step(-1);
    case ']':
      return playback.step(1);
    case '<':
      return playback.changeSpeed(-1);
    case '>':
      return playback.changeSpeed(1);
    case '0':
      return playback.restart();
    default:
  }
}
