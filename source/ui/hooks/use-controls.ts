import { useApp } from 'ink';
import { useCallback } from 'react';
import type { Session } from '../../core/session.ts';
import type { Settings } from '../../core/settings.ts';
import { handleKey, type Cancelling } from '../controls.ts';
import { formOf, type Form } from '../form.ts';
import { useHeld } from './use-held.ts';
import { useKeys } from './use-keys.ts';
import { useCalibration, useProfiler, type Place } from './use-profiler.ts';

export type Controls = {
  readonly form: Form;
  readonly place: Place;
  readonly cancelling: Cancelling;
};

export type ControlsRequest = {
  readonly session: Session;
  /** What the setup screen starts with. */
  readonly settings: Settings;
  /** Ctrl+C was pressed. */
  readonly onInterrupt: () => void;
};

/** What the person's hands have done so far, and the keys with which they go on. */
export function useControls({ session, settings, onInterrupt }: ControlsRequest): Controls {
  const { exit } = useApp();
  const form = useHeld(formOf(settings));
  const cancelling = useHeld<Cancelling>('no');
  const { latest, set } = form;
  const refuse = useCallback((notice: string) => set({ ...latest(), notice }), [latest, set]);
  const profiler = useProfiler(session, refuse, () => cancelling.set('no'));
  useCalibration(session, form.value.settings.workload, refuse);
  useKeys((key) =>
    handleKey({ session, form, cancelling, profiler, quit: exit, interrupt: onInterrupt }, key),
  );

  return { form: form.value, place: profiler.place.value, cancelling: cancelling.value };
}
