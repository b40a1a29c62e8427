import { useApp } from 'ink';
import { useCallback, useReducer } from 'react';
import type { Session } from '../core/session/session.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { Canvas } from './canvas/canvas.ts';
import type { Room } from './canvas/frame.ts';
import type { Theme } from './canvas/theme.ts';
import { handleKey, handlePaste } from './controls.ts';
import { useHistory } from './history/use-history.ts';
import { useHeld } from './input/use-held.ts';
import { useKeys } from './input/use-keys.ts';
import type { KeyTargets } from './key-targets.ts';
import type { Pager } from './pages/pages.ts';
import type { Cancelling } from './run/run-keys.ts';
import { useProfiler, type Place } from './run/use-profiler.ts';
import type { Shown } from './screens.ts';
import { askedTarget, formOf } from './setup/form.ts';
import { isMeasuring } from './situation.ts';
import { wholePass, type TimelineView } from './timeline/timeline.ts';
import { useCalibration, useCluster } from './use-surroundings.ts';
import { useSuspend } from './use-suspend.ts';

export type Controls = Pick<
  Shown,
  'form' | 'place' | 'cancelling' | 'pager' | 'timeline' | 'page' | 'history' | 'pasteRefused'
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
};

/** Handles the keys, and returns what they have changed so far. */
export function useControls(request: ControlsRequest, room: Room, theme: Theme): Controls {
  const { session, settings, onInterrupt, onSuspend, onKey, canvas, follows = false } = request;
  const { exit } = useApp();
  const form = useHeld(formOf(settings));
  const cancelling = useHeld<Cancelling>('no');
  const pager = useHeld<Pager | undefined>(undefined);
  const timeline = useHeld<TimelineView | undefined>(undefined);
  const page = useHeld(0);
  const pasteRefused = useHeld(false);
  const historyActions = useHistory(session);
  const [, redraw] = useReducer((keys: number) => keys + 1, 0);
  const { latest, set } = form;
  const refuse = useCallback((notice: string) => set({ ...latest(), notice }), [latest, set]);
  const profiler = useProfiler(session, refuse, () => cancelling.set('no'));
  useCalibration(session, form.value.settings.workload, refuse);
  useCluster(session, askedTarget(form.value), refuse);
  const held = { form, cancelling, profiler, historyActions, pager, timeline, page, pasteRefused };
  const suspend = useSuspend({ onSuspend, canvas, redraw });
  const ways = { redraw, suspend, quit: exit, interrupt: onInterrupt };
  const fixed = { ...held, ...ways, room, theme };
  const targets = () => targetsNow(fixed, session, follows);
  useKeys({
    onKey: (key) => handleKey(targets(), key),
    onPaste: (text) => handlePaste(targets(), text),
    before: onKey,
  });

  return {
    form: form.value,
    place: follows ? placeOf(session) : profiler.place.value,
    cancelling: cancelling.value,
    pager: pager.value,
    timeline: timeline.value,
    page: page.value,
    history: historyActions.view.value,
    pasteRefused: pasteRefused.value,
  };
}

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
