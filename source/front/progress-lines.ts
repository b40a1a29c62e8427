import { duration } from '../core/text/format.ts';
import { isTrouble, phaseTexts } from '../core/plan/ray-text.ts';
import type { Session } from '../core/session/session.ts';
import type { EndedPass, ProfileState, RemotePass, State } from '../core/profile/state.ts';
import { clusterLines } from './cluster-lines.ts';

/** What there is to say after an event, a line each. */
type Teller = (state: State) => readonly string[];

/** Says in a line each what is warmed up, how a cluster gets on, and how every pass ended; returns what ends it. */
export function progressLines(session: Session, say: (line: string) => void): () => void {
  const tellers = [tellCluster(), tellWarmUps(), tellPhases(), tellPasses()];
  return session.subscribe(() => {
    const state = session.state();
    tellers.flatMap((tell) => tell(state)).forEach(say);
  });
}

/** Every state of the cluster once: it is asked again before each run. */
function tellCluster(): Teller {
  let told = '';
  return ({ cluster }) => {
    const lines = cluster ? clusterLines(cluster) : [];
    const text = lines.join('\n');
    if (text === told) {
      return [];
    }

    told = text;
    return lines;
  };
}

function tellWarmUps(): Teller {
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

/** The phases of a pass on Ray, and what holds it up. */
function tellPhases(): Teller {
  let told = 0;
  let note: string | undefined;
  return ({ profile }) => {
    const activity = profile?.activity;
    if (!profile || activity?.type !== 'running') {
      return [];
    }

    const { phases, note: present }: RemotePass = activity.remote ?? { phases: [] };
    // Fewer than before: another pass has begun.
    const fresh = phases.slice(Math.min(told, phases.length));
    told = phases.length;
    const trouble = present !== undefined && present !== note ? troubleIn(present) : [];
    note = present;
    return [...fresh.map(({ phase }) => phaseTexts[phase]), ...trouble].map(
      (text) => `${placeOf(profile, activity)}   ${text}`,
    );
  };
}

const troubleIn = (note: string): readonly string[] => (isTrouble(note) ? [`! ${note}`] : []);

function tellPasses(): Teller {
  let passes = 0;
  return ({ profile }) => {
    const fresh = profile?.passes.slice(passes) ?? [];
    passes += fresh.length;
    return profile ? fresh.map((pass) => passLine(profile, pass)) : [];
  };
}

const placeOf = ({ plan }: ProfileState, { pass }: Pick<EndedPass, 'pass'>): string =>
  `${pass.index + 1}/${plan.passes.length}   round ${pass.round}   ${pass.case}`;

function passLine(profile: ProfileState, ended: EndedPass): string {
  const place = placeOf(profile, ended);
  const { outcome } = ended;
  switch (outcome.status) {
    case 'finished':
      return `${place}   ${duration(outcome.wall)}`;
    case 'cancelled':
      return `${place}   cancelled`;
    case 'failed':
      return `${place}   failed: ${outcome.failure.message}`;
  }
}
