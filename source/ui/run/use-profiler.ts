import { useCallback, useEffect, useRef } from 'react';
import type { Plan } from '../../core/plan/plan.ts';
import type { Session } from '../../core/session/session.ts';
import type { Settings } from '../../core/plan/settings.ts';
import type { State } from '../../core/profile/state.ts';
import { sentenceOf } from '../../core/failure.ts';
import { useHeld, type Held } from '../input/use-held.ts';

/** Where the user is: `preparing` until the session starts the plan; `profile` covers a run and its results. */
export type Place = 'setup' | 'preparing' | 'starting' | 'profile';

type Refuse = (notice: string) => void;

export type Profiler = {
  readonly place: Held<Place>;
  /** Runs settings. A reason against it goes to `refuse`. */
  readonly start: (settings: Settings) => void;
  readonly again: (plan: Plan) => void;
  /** Gives up the start that is being prepared. */
  readonly giveUp: () => void;
};

export function useProfiler(session: Session, refuse: Refuse, onStart: () => void): Profiler {
  const place = useHeld<Place>('setup');
  const starts = useStarts();

  const back = (notice: string) => {
    place.set('setup');
    refuse(notice);
  };

  const follow = (ended: Promise<void>, before: Profile) => {
    onStart();
    place.set('starting');
    whenProfileStarts(session, before, () => place.set('profile'));
    ended.catch((error: unknown) => back(sentenceOf(error)));
  };

  const again = (plan: Plan) => {
    const before = session.state().profile;
    follow(session.start(withoutWaits(plan)), before);
  };

  const run = async (settings: Settings, signal: AbortSignal) => {
    const before = session.state().profile;
    const attempt = await session.run(settings, signal);
    return attempt.status === 'refused' ? back(attempt.refusal) : follow(attempt.ended, before);
  };

  const start = (settings: Settings) => {
    const signal = starts.begin();
    place.set('preparing');
    run(settings, signal).catch((error: unknown) => {
      if (!signal.aborted) {
        back(sentenceOf(error));
      }
    });
  };

  const giveUp = () => {
    starts.giveUp();
    place.set('setup');
  };

  return { place, start, again, giveUp };
}

type Profile = State['profile'];

/** Calls `act` once when the state has another profile than before: at once if it already has one. */
function whenProfileStarts(session: Session, before: Profile, act: () => void): void {
  const look = () => {
    if (session.state().profile !== before) {
      unsubscribe();
      act();
    }
  };
  const unsubscribe = session.subscribe(look);
  look();
}

/** At most one start is wanted: giving up, or another start, aborts the one before. */
function useStarts() {
  const latest = useRef<AbortController>(undefined);
  const giveUp = useCallback(() => latest.current?.abort(), []);
  // A start that still waits when the screen is left must not come later.
  useEffect(() => giveUp, [giveUp]);
  return {
    giveUp,
    begin: () => {
      giveUp();
      latest.current = new AbortController();
      return latest.current.signal;
    },
  };
}

/** A plan that is run again waits for nothing. */
function withoutWaits({ waited: _quiet, ray, ...plan }: Plan): Plan {
  if (!ray) {
    return plan;
  }

  const { waited: _cpus, ...rest } = ray;
  return { ...plan, ray: rest };
}
