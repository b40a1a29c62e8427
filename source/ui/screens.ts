import { reportOf } from '../core/report/report-of.ts';
import type { Session } from '../core/session/session.ts';
import type { Picture, Room } from './canvas/frame.ts';
import { line, piece } from './canvas/line.ts';
import type { Theme } from './canvas/theme.ts';
import { onDetails, openDetails } from './details/details-controls.ts';
import { detailsPicture } from './details/details.ts';
import { isTyping, onHistory, onHistoryPaste } from './history/history-controls.ts';
import { historyPicture } from './history/history.ts';
import type { KeyPress } from './input/keys.ts';
import type { KeyTargets } from './key-targets.ts';
import { onPages, onPagesPaste } from './pages/pages-controls.ts';
import { pagesPicture } from './pages/pages.ts';
import { onReplay } from './replay/replay-controls.ts';
import { replayPicture } from './replay/replay.ts';
import { replayTitles } from './replay/replay-titles.ts';
import { onResults } from './results/results-controls.ts';
import { resultsPage } from './results-page.ts';
import { onRun, toggleRunDetails, turnPage } from './run/run-controls.ts';
import type { Cancelling } from './run/run-keys.ts';
import { runPicture } from './run/run.ts';
import type { Form } from './setup/form-state.ts';
import type { LastRuns } from './setup/last-runs.ts';
import { changeSize, onSetup, onSetupPaste } from './setup/setup-controls.ts';
import { setupPicture } from './setup/setup.ts';
import {
  isMeasuring,
  screenOf,
  setupPlaceOf,
  stageOf,
  type ScreenName,
  type Situation,
} from './situation.ts';
import { onTimeline } from './timeline/timeline-controls.ts';
import { timelinePicture } from './timeline/timeline-screen.ts';
import type { Snapshot } from './use-frames.ts';

/** Everything that the pictures are drawn from. */
export type Shown = Situation &
  Snapshot & {
    readonly session: Session;
    readonly form: Form;
    readonly cancelling: Cancelling;
    /** The page of the workers, from 0. */
    readonly page: number;
    /** Whether a run is shown with its details. */
    readonly detailed: boolean;
    /** The last paste went nowhere, because the screen takes no text. */
    readonly pasteRefused: boolean;
    /** The saved runs; undefined until they are read. */
    readonly lastRuns: LastRuns | undefined;
  };

type ScreenRow = {
  readonly picture: (shown: Shown, room: Room, theme: Theme) => Picture;
  readonly onKey: (targets: KeyTargets, key: KeyPress) => void;
  /** Takes a paste, or returns false. Most screens take no text. */
  readonly onPaste?: (targets: KeyTargets, text: string) => boolean;
  /** Whether every character is text now, also those that open a page elsewhere; never where left out. */
  readonly isTyping?: (targets: KeyTargets) => boolean;
};

/** Every screen: its picture, and what its keys do. */
export const screens: Readonly<Record<ScreenName, ScreenRow>> = {
  setup: {
    picture: (shown, room, theme) =>
      setupPicture(
        { ...shown, place: setupPlaceOf(shown), listed: shown.session.history !== undefined },
        room,
        theme,
      ),
    onKey: (targets, key) => onSetup({ ...targets, place: setupPlaceOf(targets) }, key),
    onPaste: (targets, text) => onSetupPaste({ ...targets, place: setupPlaceOf(targets) }, text),
  },
  run: {
    picture: (shown, room, theme) =>
      runPicture({ ...shown, profile: shown.state.profile! }, room, theme),
    onKey: onRun,
  },
  results: {
    picture: ({ state, session }, room, theme) => {
      const report = reportOf(state, session.version)!;
      const view = {
        report,
        listed: session.history !== undefined,
        runs: session.playback === undefined,
        profile: state.profile!,
      };
      return resultsPage(view, room, theme);
    },
    onKey: (targets, key) =>
      onResults(
        {
          ...targets,
          changeSize: (arrow) => backToSetup(targets, arrow),
          toSetup: () => targets.profiler.place.set('setup'),
          openDetails: () => openDetails(targets),
        },
        key,
      ),
  },
  details: {
    picture: ({ state, session, details }, room, theme) => {
      const report = reportOf(state, session.version)!;
      return detailsPicture({ place: details!, report, profile: state.profile! }, room, theme);
    },
    onKey: onDetails,
  },
  replay: {
    picture: (shown, room, theme) =>
      replayPicture(
        {
          picture: screens[stageOf(shown)].picture(shown, room, theme),
          status: shown.status,
          detailed: stageOf(shown) !== 'setup',
          listed: shown.history !== undefined,
        },
        room,
        theme,
      ),
    onKey: (targets, key) =>
      onReplay(
        {
          ...targets,
          turnPage: (turn) => turnPage(targets, turn),
          toggleDetails: () => toggleDetails(targets),
        },
        key,
      ),
  },
  timeline: {
    picture: (shown, room, theme) =>
      timelinePicture(
        {
          view: shown.timeline!,
          profile: shown.state.profile!,
          now: shown.now,
          quits: !isMeasuring(shown),
        },
        room,
        theme,
      ),
    onKey: onTimeline,
  },
  history: {
    picture: ({ history }, room, theme) => historyPicture(history!, room, theme),
    onKey: onHistory,
    onPaste: onHistoryPaste,
    isTyping,
  },
  pages: {
    picture: ({ pager }, room, theme) => pagesPicture(pager!, room, theme),
    onKey: onPages,
    onPaste: onPagesPaste,
  },
};

/** The picture of the screen that is shown. */
export function pictureOf(shown: Shown, room: Room, theme: Theme): Picture {
  const picture = titled(screens[screenOf(shown)].picture(shown, room, theme), shown);
  return shown.pasteRefused ? { ...picture, keys: pasteRefusal } : picture;
}

/** A saved run looks saved, on every screen and page that shows it. */
function titled(picture: Picture, { session, state }: Shown): Picture {
  const titles = session.playback && replayTitles(state);
  return titles ? { ...picture, titles } : picture;
}

/** In place of the keys until the next one. */
const pasteRefusal = line(
  piece('! nothing was pasted: this screen takes keys, no text', 'warning'),
);

/** A replay shows the screens of its run, each with the details that it has. */
function toggleDetails(targets: KeyTargets): void {
  const stage = stageOf(targets);
  if (stage === 'run') {
    toggleRunDetails(targets);
  } else if (stage === 'results') {
    openDetails(targets);
  }
}

function backToSetup(targets: KeyTargets, arrow: KeyPress): void {
  changeSize(targets, arrow);
  targets.profiler.place.set('setup');
}
