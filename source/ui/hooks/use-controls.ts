import { useApp } from 'ink';
import { useCallback } from 'react';
import type { Session } from '../../core/session.ts';
import type { Settings } from '../../core/settings.ts';
import { handleKey, type Cancelling, type Hands } from '../controls.ts';
import { formOf, type Form } from '../form.ts';
import { useHeld } from './use-held.ts';
import { useKeys } from './use-keys.ts';
import { useCalibration, useProfiler, type Place } from './use-profiler.ts';

export type Controls = {
  readonly form: Form;
  readonly place: Place;
  readonly cancelling: Cancelling;
  readonly help: number | undefined;
  readonly page: number;
};

export type ControlsRequest = {
  readonly session: Session;
  /** What the setup screen starts with. */
  readonly settings: Settings;
  /** Ctrl+C was pressed. */
  readonly onInterrupt: () => void;
  /** Ctrl+Z was pressed, and the terminal is given back: returns when the program goes on. */
  readonly onSuspend: () => void;
};

/** How far the screens reach. */
type Extent = Pick<Hands, 'room' | 'lastHelpTop'>;

/** What the person's hands have done so far, and the keys with which they go on. */
export function useControls(request: ControlsRequest, { room, lastHelpTop }: Extent): Controls {
  const { session, settings, onInterrupt, onSuspend } = request;
  const { exit, suspendTerminal } = useApp();
  const form = useHeld(formOf(settings));
  const cancelling = useHeld<Cancelling>('no');
  const help = useHeld<number | undefined>(undefined);
  const page = useHeld(0);
  const { latest, set } = form;
  const refuse = useCallback((notice: string) => set({ ...latest(), notice }), [latest, set]);
  const profiler = useProfiler(session, refuse, () => cancelling.set('no'));
  useCalibration(session, form.value.settings.workload, refuse);
  const hands = { session, form, cancelling, profiler, help, lastHelpTop, page, room };
  const suspend = () => void suspendTerminal(onSuspend);
  useKeys((key) => handleKey({ ...hands, suspend, quit: exit, interrupt: onInterrupt }, key));

  return {
    form: form.value,
    place: profiler.place.value,
    cancelling: cancelling.value,
    help: help.value,
    page: page.value,
  };
}
