import { duration } from '../core/text/format.ts';
import { describe } from '../core/failure.ts';
import type { Cluster } from '../core/plan/ray.ts';
import { extentText, isProblem, phaseTexts, placeText, soughtText } from '../core/plan/ray-text.ts';
import { stoppedTexts } from '../core/profile/stopped-text.ts';
import type { Session } from '../core/session/session.ts';
import type {
  ClusterState,
  EndedPass,
  ProfileState,
  RemotePass,
  State,
} from '../core/profile/state.ts';

/** The lines that an event adds. */
type Reporter = (state: State) => readonly string[];

/** Reports clusters, warm-ups, phases and ended passes, a line each, until the returned function is called. */
export function progressLines(session: Session, say: (line: string) => void): () => void {
  const reporters = [
    reportCluster(),
    reportWarmUps(),
    reportPhases(),
    reportPasses(),
    reportStops(),
  ];
  return session.subscribe(() => {
    const state = session.state();
    reporters.flatMap((report) => report(state)).forEach(say);
  });
}

/** Each state of the cluster once, although it is asked again before each run. */
function reportCluster(): Reporter {
  let reported = '';
  return ({ cluster }) => {
    const lines = cluster ? clusterLines(cluster) : [];
    const text = lines.join('\n');
    if (text === reported) {
      return [];
    }

    reported = text;
    return lines;
  };
}

function clusterLines(state: ClusterState): readonly string[] {
  switch (state.status) {
    case 'sought':
      return [soughtText(state.target)];
    case 'reached':
      return [reachedLine(state.cluster), ...state.cluster.remarks.map((remark) => `! ${remark}`)];
    case 'missed':
      return [`! ${describe(state.failure)}`];
  }
}

/** Says, too, that code will run there, unless the cluster is this machine. */
function reachedLine(cluster: Cluster): string {
  const extent = extentText(cluster);
  return [
    `Ray ${cluster.version} ${placeText(cluster)}`,
    ...(extent === undefined ? [] : [extent]),
    ...(cluster.here ? [] : ['this will run Python there']),
  ].join(': ');
}

function reportWarmUps(): Reporter {
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
function reportPhases(): Reporter {
  let reported = 0;
  let note: string | undefined;
  return ({ profile }) => {
    const activity = profile?.activity;
    if (!profile || activity?.type !== 'running') {
      return [];
    }

    const { phases, note: present }: RemotePass = activity.remote ?? { phases: [] };
    // Fewer phases than before: another pass has begun.
    const fresh = phases.slice(Math.min(reported, phases.length));
    reported = phases.length;
    const problems = present !== undefined && present !== note ? problemsIn(present) : [];
    note = present;
    return [...fresh.map(({ phase }) => phaseTexts[phase]), ...problems].map(
      (text) => `${passName(profile, activity)}   ${text}`,
    );
  };
}

const problemsIn = (note: string): readonly string[] => (isProblem(note) ? [`! ${note}`] : []);

function reportPasses(): Reporter {
  let passes = 0;
  return ({ profile }) => {
    const fresh = profile?.passes.slice(passes) ?? [];
    passes += fresh.length;
    return profile ? fresh.map((pass) => passLine(profile, pass)) : [];
  };
}

/** That the process that measures stands still, each time that it does. */
function reportStops(): Reporter {
  let stopped: State['stopped'];
  return (state) => {
    const isNew = state.stopped && !stopped;
    stopped = state.stopped;
    return isNew && stopped ? [`! ${stoppedTexts(stopped)[0]}`] : [];
  };
}

const passName = ({ plan }: ProfileState, { pass }: Pick<EndedPass, 'pass'>): string =>
  `${pass.index + 1}/${plan.passes.length}   round ${pass.round}   ${pass.case}`;

function passLine(profile: ProfileState, ended: EndedPass): string {
  const name = passName(profile, ended);
  const { outcome } = ended;
  switch (outcome.status) {
    case 'finished':
      return `${name}   ${duration(outcome.wall)}`;
    case 'cancelled':
      return `${name}   cancelled`;
    case 'failed':
      return `${name}   failed: ${outcome.failure.message}`;
  }
}
