import { useApp } from 'ink';
import { useCallback, useEffect, useReducer, useRef, useSyncExternalStore } from 'react';
import type { Session } from '../core/session/session.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { Canvas } from './canvas/canvas.ts';
import type { Room } from './canvas/frame.ts';
import type { Theme } from './canvas/theme.ts';
import { handleKey, handlePaste } from './controls.ts';
import type { DetailsPlace } from './details/details.ts';
import { useHistory } from './history/use-history.ts';
import { useHeld, type Held } from './input/use-held.ts';
import { useKeys } from './input/use-keys.ts';
import type { KeyTargets } from './key-targets.ts';
import type { Pager } from './pages/pages.ts';
import type { Cancelling } from './run/run-keys.ts';
import { useProfiler, type Place, type Profiler } from './run/use-profiler.ts';
import type { Shown } from './screens.ts';
import type { Form } from './setup/form-state.ts';
import { askedTarget, formOf } from './setup/form.ts';
import { isMeasuring } from './situation.ts';
import { wholePass, type TimelineView } from './timeline/timeline.ts';
import { useLastRuns } from './use-last-runs.ts';
import { useCalibration, useCluster } from './use-surroundings.ts';
import { useSuspend } from './use-suspend.ts';

export type Controls = Pick<
  Shown,
  | 'form'
  | 'place'
  | 'cancelling'
  | 'pager'
  | 'timeline'
  | 'details'
  | 'page'
  | 'detailed'
  | 'history'
  | 'pasteRefused'
  | 'lastRuns'
>;

export type ControlsRequest = {
  readonly session: Session;
  /** The settings that the setup screen starts with. */
  readonly settings: Settings;
  /** Ctrl+C was pressed. */
  readonly onInterrupt: () => void;
  /** Ctrl+Z was pressed and the terminal is restored. Resolves when the program may draw again. */
  readonly onSuspend: () => Promise<void> | void;
  /** Any key was pressed: the next frame answers it. */
  readonly onKey?: () => void;
  /** Where the screen is drawn, if not by Ink. */
  readonly canvas?: Canvas;
  /** Nobody presses keys and the session is started elsewhere: the screen follows the session. */
  readonly follows?: boolean;
  /** Starts the settings without waiting for Enter. */
  readonly atOnce?: boolean;
};

/** Handles the keys, and returns what they have changed so far. */
export function useControls(request: ControlsRequest, room: Room, theme: Theme): Controls {
  const { session, settings, onInterrupt, onSuspend, onKey, canvas, follows = false } = request;
  const { exit } = useApp();
  const form = useHeld(formOf(settings));
  const cancelling = useHeld<Cancelling>('no');
  const over = useOver();
  const historyActions = useHistory(session);
  const history = historyActions.view.value;
  const [, redraw] = useReducer((keys: number) => keys + 1, 0);
  const refuse = useRefusal(form);
  const profiler = useProfiler(session, refuse, () => cancelling.set('no'));
  useCalibration(session, form.value.settings.workload, refuse);
  useCluster(session, askedTarget(form.value), refuse);
  useFirstStart(profiler, request);
  const followed = useSyncExternalStore(session.subscribe, () => placeOf(session));
  const place = follows ? followed : profiler.place.value;
  const held = { form, cancelling, profiler, historyActions, ...over };
  const suspend = useSuspend({ onSuspend, canvas, redraw });
  const ways = { redraw, suspend, quit: exit, interrupt: onInterrupt };
  const targets = () => targetsNow({ ...held, ...ways, room, theme }, session, follows);
  useKeys({
    onKey: (key) => handleKey(targets(), key),
    onPaste: (text) => handlePaste(targets(), text),
    before: onKey,
  });
  return {
    form: form.value,
    place,
    cancelling: cancelling.value,
    pager: over.pager.value,
    timeline: over.timeline.value,
    details: over.details.value,
    page: over.page.value,
    detailed: over.detailed.value,
    history,
    pasteRefused: over.pasteRefused.value,
    lastRuns: useLastRuns(session, form.value.settings.workload, place === 'setup' && !history),
  };
}

/** Presses Enter, so to speak, before the person can. */
function useFirstStart(
  { start }: Pick<Profiler, 'start'>,
  { settings, atOnce = false }: ControlsRequest,
): void {
  const began = useRef(false);
  useEffect(() => {
    if (atOnce && !began.current) {
      began.current = true;
      start(settings);
    }
  });
}

/** Puts a notice into the form. */
const useRefusal = ({ latest, set }: Held<Form>) =>
  useCallback((notice: string) => set({ ...latest(), notice }), [latest, set]);

/** What keys have opened over a screen, or turned to on it. */
const useOver = () => ({
  pager: useHeld<Pager | undefined>(undefined),
  timeline: useHeld<TimelineView | undefined>(undefined),
  details: useHeld<DetailsPlace | undefined>(undefined),
  page: useHeld(0),
  detailed: useHeld(false),
  pasteRefused: useHeld(false),
});

/** The targets that stay the same from one key press to the next. */
type FixedTargets = Omit<KeyTargets, 'session' | 'state' | 'place' | 'measuring' | 'openTimeline'>;

function targetsNow(fixed: FixedTargets, own: Session, follows: boolean): KeyTargets {
  const { profiler, historyActions, timeline } = fixed;
  const session = historyActions.view.latest()?.opened ?? own;
  const place = follows ? placeOf(own) : profiler.place.latest();
  const state = session.state();
  return {
    ...fixed,
    session,
    state,
    place,
    measuring: isMeasuring({ session, state, place }),
    openTimeline: () => timeline.set(state.profile && wholePass),
  };
}

const placeOf = (session: Session): Place => (session.state().profile ? 'profile' : 'preparing');
