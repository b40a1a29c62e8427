import { cpuWaitText, phaseTexts, soughtText } from '../../core/plan/ray-text.ts';
import { remainingTime } from '../../core/profile/remaining.ts';
import type { CpuWait, ProfileState, RunningPass, State } from '../../core/profile/state.ts';
import { percent } from '../../core/text/format.ts';
import type { Milliseconds } from '../../core/units.ts';
import { leftText, roundName, wholeSeconds } from './round-text.ts';

/**
 * How far a run is, from the longest wording to the shortest: "round 3 of 5   pool   61 %   11 s gone   about 7 s left".
 * Before it starts, what it is waiting for; after its end nothing.
 */
export function runTexts(state: State, now: Milliseconds): readonly string[] {
  const { profile, cluster, quietWait, cpuWait } = state;
  if (quietWait) {
    return ['waiting until the machine is quiet'];
  }

  if (cpuWait) {
    return [waitText(cpuWait, cluster, now)];
  }

  if (!profile) {
    return [cluster?.status === 'sought' ? soughtText(cluster.target) : 'calibrating'];
  }

  const { activity } = profile;
  switch (activity.type) {
    case 'opening':
      return ['starting'];
    case 'warming-up':
      return [`warming up ${activity.case}`];
    case 'running': {
      const pass = [roundName(profile, activity.pass.round), runningText(activity)];
      return timeForms(profile, now).map((times) => [...pass, ...times].join('   '));
    }
    case 'ended':
      return [];
  }
}

const waitText = ({ cpus, since, most }: CpuWait, cluster: State['cluster'], now: Milliseconds) =>
  cpuWaitText(cluster?.status === 'reached' ? cluster.cluster.cpus : 0, {
    cpus,
    left: since + most - now,
  });

/** "pool", "ray: pending". */
function runningText({ pass, remote }: RunningPass): string {
  const phase = remote?.phases.at(-1)?.phase;
  return phase === undefined || phase === 'running'
    ? pass.case
    : `${pass.case}: ${phaseTexts[phase]}`;
}

function timeForms(profile: ProfileState, now: Milliseconds): readonly (readonly string[])[] {
  const past = Math.max(0, now - profile.began);
  const { time, whole } = remainingTime(profile, now);
  const share = whole && past + time > 0 ? [percent(past / (past + Math.max(0, time)))] : [];
  const gone = [`${wholeSeconds(past)} gone`];
  const text = leftText(profile, now);
  const left = text === undefined ? [] : [text];
  return [[...share, ...gone, ...left], [...share, ...left], left, []];
}
