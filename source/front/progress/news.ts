import { describe } from '../../core/failure.ts';
import { batchOf } from '../../core/plan/plan.ts';
import { isRaised } from '../../core/plan/task-count.ts';
import { counted } from '../../core/text/format.ts';
import { reachedText, soughtText } from '../../core/plan/ray-text.ts';
import { stoppedTexts } from '../../core/profile/stopped-text.ts';
import type { ClusterState, EndedPass, State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import { wholeSeconds } from './round-text.ts';
import { outageReporter } from './outage-news.ts';
import { quietReporter } from './quiet-news.ts';
import type { Reporter } from './reporter.ts';

/**
 * What nobody should have to wait for: which cluster is asked and what it is, a wait for a quiet machine, an outage of the cluster, failed passes, and that fibtui was stopped.
 * @param known The state of the cluster that is no news.
 */
export function newsReporter(now: () => Milliseconds, known?: ClusterState): Reporter {
  const reporters = [
    clusterReporter(known),
    quietReporter(now),
    cpuWaitReporter(),
    tasksReporter(),
    outageReporter(now),
    failureReporter(),
    stopReporter(),
  ];
  return (state) => reporters.flatMap((report) => report(state));
}

/** Each state of the cluster once, although it is asked again before each run. */
function clusterReporter(known: ClusterState | undefined): Reporter {
  let reported = known ? clusterLines(known).join('\n') : '';
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

export function clusterLines(state: ClusterState): readonly string[] {
  switch (state.status) {
    case 'sought':
      return [soughtText(state.target)];
    case 'reached':
      return [reachedText(state.cluster), ...state.cluster.remarks.map((remark) => `! ${remark}`)];
    case 'missed':
      return [`! ${describe(state.failure)}`];
  }
}

/** That the cluster of a run cannot be reached, before its first round: each cause once. */
export function missedReporter(): Reporter {
  let reported = '';
  return ({ cluster, profile }) => {
    const text =
      profile?.plan.ray && cluster?.status === 'missed' ? describe(cluster.failure) : reported;
    if (text === reported) {
      return [];
    }

    reported = text;
    return [`! ${text} The rounds of Ray will fail.`];
  };
}

/** That a start waits for CPUs. As they come, the cluster is reported again. */
function cpuWaitReporter(): Reporter {
  let waiting = false;
  return ({ cpuWait }) => {
    const isNew = cpuWait !== undefined && !waiting;
    waiting = cpuWait !== undefined;
    return isNew && cpuWait
      ? [
          `waiting for ${counted(cpuWait.cpus, 'CPU')} of the cluster, ${wholeSeconds(cpuWait.most)} at most`,
        ]
      : [];
  };
}

/** That there are more tasks than `auto` takes by itself, so that every CPU of the cluster gets one. */
function tasksReporter(): Reporter {
  let reported = '';
  return ({ profile }) => {
    const cpus = profile?.under.machine?.usable.count;
    if (!profile || cpus === undefined || profile.startedAt === reported) {
      return [];
    }

    reported = profile.startedAt;
    const { tasksFrom } = profile.plan;
    const batch = batchOf(profile.plan);
    return tasksFrom === 'auto' && isRaised(batch, cpus)
      ? [`${counted(batch.tasks, 'task')}: auto, one for each CPU of the cluster`]
      : [];
  };
}

function failureReporter(): Reporter {
  let seen = 0;
  return ({ profile }) => {
    const fresh = profile?.passes.slice(seen) ?? [];
    seen += fresh.length;
    return fresh.flatMap(failureLine);
  };
}

const failureLine = ({ pass, outcome }: EndedPass): readonly string[] =>
  outcome.status === 'failed'
    ? [`! round ${pass.round}, ${pass.case} failed: ${outcome.failure.message}`]
    : [];

/** Says that the measuring process is stopped, each time it happens. */
function stopReporter(): Reporter {
  let stopped: State['stopped'];
  return (state) => {
    const isNew = state.stopped && !stopped;
    stopped = state.stopped;
    return isNew && stopped ? [`! ${stoppedTexts(stopped)[0]}`] : [];
  };
}
