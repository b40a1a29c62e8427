import { useRef } from 'react';
import type { Plan } from '../../core/plan/plan.ts';
import { refusalOf } from '../../core/plan/refusal.ts';
import type { Session } from '../../core/session/session.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { sentenceOf } from '../parts/sentence.ts';
import { useHeld, type Held } from '../input/use-held.ts';

/** Where the person is: a plan is being prepared until it is handed over to start. A profile that has ended is its results. */
export type Place = 'setup' | 'preparing' | 'starting' | 'profile';

type Refuse = (notice: string) => void;

export type Profiler = {
  readonly place: Held<Place>;
  /** Plans and starts; what stands against it is told to `refuse`. */
  readonly start: (settings: Settings) => void;
  readonly again: (plan: Plan) => void;
  /** What is being prepared is not started any more. */
  readonly giveUp: () => void;
};

export function useProfiler(session: Session, refuse: Refuse, onStart: () => void): Profiler {
  const place = useHeld<Place>('setup');
  const starts = useStarts();

  const back = (notice: string) => {
    place.set('setup');
    refuse(notice);
  };

  const again = (plan: Plan) => {
    onStart();
    place.set('starting');
    begin(session, plan, () => place.set('profile')).catch((error: unknown) =>
      back(sentenceOf(error)),
    );
  };

  const startWhenReady = async (settings: Settings, wanted: () => boolean) => {
    const plan = await session.prepare(settings);
    if (!wanted()) {
      return;
    }

    const { machine } = session.state();
    const refusal = machine && !settings.force ? refusalOf(plan, machine) : undefined;
    if (refusal) {
      back(refusal);
    } else {
      again(plan);
    }
  };

  const start = (settings: Settings) => {
    const wanted = starts.begin();
    place.set('preparing');
    startWhenReady(settings, wanted).catch((error: unknown) => {
      if (wanted()) {
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

/** Starts a plan, and tells when its profile stands in the state. */
async function begin(session: Session, plan: Plan, onProfile: () => void): Promise<void> {
  const before = session.state().profile;
  const unsubscribe = session.subscribe(() => {
    if (session.state().profile !== before) {
      unsubscribe();
      onProfile();
    }
  });
  await session.start(plan);
}

/** Tells the latest start from those that were given up. */
function useStarts() {
  const latest = useRef(0);
  return {
    /** Whether the one that begins here is still wanted. */
    begin: () => {
      const nth = ++latest.current;
      return () => nth === latest.current;
    },
    giveUp: () => void latest.current++,
  };
}
