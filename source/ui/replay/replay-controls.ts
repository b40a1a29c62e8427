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
    case ' ':
      session.playback?.toggle();
      break;
    case 'left':
      session.playback?.seek(-seekStep);
      break;
    case 'right':
      session.playback?.seek(seekStep);
      break;
    case '[':
      session.playback?.step(-1);
      break;
    case ']':
      session.playback?.step(1);
      break;
    case '<':
      session.playback?.changeSpeed(-1);
      break;
    case '>':
      session.playback?.changeSpeed(1);
      break;
    case '0':
      session.playback?.restart();
      break;
    case 'q':
      quit();
      break;
    case 'escape':
    case 'h':
      historyActions.back();
      break;
    default:
  }

  redraw();
}
