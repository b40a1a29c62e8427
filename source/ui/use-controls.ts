import { useApp } from 'ink';
import { useCallback, useReducer } from 'react';
import type { Session } from '../core/session/session.ts';
import type { Settings } from '../core/plan/settings.ts';
import { handleKey, type Hands, type Pager } from './controls.ts';
import type { Cancelling } from './run/run-keys.ts';
import { askedTarget, formOf } from './setup/form.ts';
import type { Form } from './setup/form-state.ts';
import type { HistoryView } from './history/cursor.ts';
import type { TimelineView } from './timeline/timeline.ts';
import { useHeld } from './input/use-held.ts';
import { useHistory } from './history/use-history.ts';
import { useKeys } from './input/use-keys.ts';
import { useProfiler, type Place } from './run/use-profiler.ts';
import { useCalibration, useCluster } from './use-surroundings.ts';

export type Controls = {
  readonly form: Form;
  readonly place: Place;
  readonly cancelling: Cancelling;
  readonly pager: Pager | undefined;
  readonly timeline: TimelineView | undefined;
  readonly page: number;
  /** The list of the saved runs, while it is shown. */
  readonly history: HistoryView | undefined;
};

export type ControlsRequest = {
  readonly session: Session;
  /** What the setup screen starts with. */
  readonly settings: Settings;
  /** Ctrl+C was pressed. */
  readonly onInterrupt: () => void;
  /** Ctrl+Z was pressed, and the terminal is given back: returns when the program goes on. */
  readonly onSuspend: () => void;
  /** Any key was pressed: the frame that follows answers it. */
  readonly onKey?: () => void;
  /** Nobody sits there, and the session is started elsewhere: what is shown follows it. */
  readonly follows?: boolean;
};

/** How far the screens reach. */
type Extent = Pick<Hands, 'room' | 'lastTopOf'>;

/** What the person's hands have done so far, and the keys with which they go on. */
export function useControls(request: ControlsRequest, { room, lastTopOf }: Extent): Controls {
  const { session, settings, onInterrupt, onSuspend, onKey, follows } = request;
  const { exit, suspendTerminal } = useApp();
  const form = useHeld(formOf(settings));
  const cancelling = useHeld<Cancelling>('no');
  const pager = useHeld<Pager | undefined>(undefined);
  const timeline = useHeld<TimelineView | undefined>(undefined);
  const page = useHeld(0);
  const historian = useHistory(session);
  const [, redraw] = useReducer((keys: number) => keys + 1, 0);
  const { latest, set } = form;
  const refuse = useCallback((notice: string) => set({ ...latest(), notice }), [latest, set]);
  const profiler = useProfiler(session, refuse, () => cancelling.set('no'));
  useCalibration(session, form.value.settings.workload, refuse);
  useCluster(session, askedTarget(form.value), refuse);
  const parts = { form, cancelling, profiler, historian, pager, timeline, page };
  const hands = { session, ...parts, lastTopOf, room, redraw };
  const suspend = () => void suspendTerminal(onSuspend);
  useKeys(
    (key) => handleKey({ ...hands, suspend, quit: exit, interrupt: onInterrupt }, key),
    onKey,
  );

  return {
    form: form.value,
    place: follows ? placeOf(session) : profiler.place.value,
    cancelling: cancelling.value,
    pager: pager.value,
    timeline: timeline.value,
    page: page.value,
    history: historian.view.value,
  };
}

const placeOf = (session: Session): Place => (session.state().profile ? 'profile' : 'preparing');
