import { phaseTexts, isProblem } from '../../core/plan/ray-text.ts';
import type { RemotePass, State } from '../../core/profile/state.ts';
import type { Session } from '../../core/session/session.ts';
import { counted } from '../../core/text/format.ts';
import { allOf } from '../../core/text/listing.ts';
import type { Milliseconds } from '../../core/units.ts';
import { newsReporter } from '../progress/news.ts';
import type { Reporter } from '../progress/reporter.ts';
import { roundReporter } from '../progress/progress.ts';
import { sentence } from './sentence.ts';

type Watched = Pick<Session, 'state' | 'now' | 'subscribe'>;

/** Sentences that come faster than they are read out would still be read when the run is over. */
const period: Milliseconds = 5000;

/** Tells the next run, a sentence an event, until the returned function is called. */
export function tellRun(session: Watched, say: (sentence: string) => void): () => void {
  const before = session.state().profile?.began;
  const reporters = [
    newsReporter(session.now, session.state().cluster),
    startReporter(),
    warmUpReporter(),
    phaseReporter(),
    roundReporter(session.now, { first: 0, period }),
  ];
  return session.subscribe(() => {
    const state = withoutRun(session.state(), before);
    reporters.flatMap((report) => report(state)).forEach((line) => say(sentence(line)));
  });
}

/** The state without a run that began at this time: the one before. */
function withoutRun(state: State, began: Milliseconds | undefined): State {
  const { profile, ...rest } = state;
  return began === undefined || profile?.began !== began ? state : rest;
}

function startReporter(): Reporter {
  let hasStarted = false;
  return ({ profile }) => {
    if (!profile || hasStarted) {
      return [];
    }

    hasStarted = true;
    const { cases, rounds } = profile.plan;
    return [`starting ${counted(rounds, 'round')} of ${allOf(cases.map(({ id }) => id))}`];
  };
}

function warmUpReporter(): Reporter {
  let warming = '';
  return ({ profile }) => {
    const activity = profile?.activity;
    if (activity?.type !== 'warming-up' || activity.case === warming) {
      return [];
    }

    warming = activity.case;
    return [`warming up ${warming}`];
  };
}

/** The phases of a pass on Ray, and the problems that delay it. */
function phaseReporter(): Reporter {
  let reported = 0;
  let note: string | undefined;
  return ({ profile }) => {
    const activity = profile?.activity;
    if (activity?.type !== 'running') {
      return [];
    }

    const { phases, note: present }: RemotePass = activity.remote ?? { phases: [] };
    // Fewer phases than before: another pass has begun.
    const fresh = phases.slice(phases.length < reported ? 0 : reported);
    reported = phases.length;
    const isNew = present !== undefined && present !== note && isProblem(present);
    note = present;
    return [
      ...fresh.map(({ phase }) => `${activity.case.id}: ${phaseTexts[phase]}`),
      ...(isNew ? [`! ${activity.case.id}: ${present}`] : []),
    ];
  };
}
