import { useEffect } from 'react';
import { failureOf } from '../../core/failure.ts';
import type { Plan } from '../../core/plan.ts';
import { refusalOf } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import type { Settings } from '../../core/settings.ts';
import type { WorkloadName } from '../../core/workload.ts';
import { useHeld, type Held } from './use-held.ts';

/** Where the person is. A profile that has ended is its results. */
export type Place = 'setup' | 'starting' | 'profile';

type Refuse = (notice: string) => void;

export type Profiler = {
  readonly place: Held<Place>;
  /** Plans and starts; what stands against it is told to `refuse`. */
  readonly start: (settings: Settings) => void;
  readonly again: (plan: Plan) => void;
};

export function useProfiler(session: Session, refuse: Refuse, onStart: () => void): Profiler {
  const place = useHeld<Place>('setup');

  const back = (notice: string) => {
    place.set('setup');
    refuse(notice);
  };

  const again = (plan: Plan) => {
    const before = session.state().profile;
    onStart();
    place.set('starting');
    const unsubscribe = session.subscribe(() => {
      if (session.state().profile !== before) {
        unsubscribe();
        place.set('profile');
      }
    });
    session.start(plan).catch((error: unknown) => back(sentenceOf(error)));
  };

  const startWhenReady = async (settings: Settings) => {
    const plan = await session.prepare(settings);
    const { machine } = session.state();
    const refusal = machine && !settings.force ? refusalOf(plan, machine) : undefined;
    if (refusal) {
      back(refusal);
    } else {
      again(plan);
    }
  };

  const start = (settings: Settings) => {
    place.set('starting');
    startWhenReady(settings).catch((error: unknown) => back(sentenceOf(error)));
  };

  return { place, start, again };
}

/** Calibrates the workload that stands in the form, so that its forecast can be shown. */
export function useCalibration(session: Session, workload: WorkloadName, refuse: Refuse): void {
  useEffect(() => {
    session.calibrate(workload).catch((error: unknown) => refuse(sentenceOf(error)));
  }, [session, workload, refuse]);
}

function sentenceOf(error: unknown): string {
  const { message, hint } = failureOf(error);
  return `${message} ${hint}`;
}
