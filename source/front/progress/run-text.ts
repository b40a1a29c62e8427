import { phaseTexts, soughtText } from '../../core/plan/ray-text.ts';
import { remainingTime } from '../../core/profile/remaining.ts';
import type { ProfileState, RunningPass, State } from '../../core/profile/state.ts';
import { percent } from '../../core/text/format.ts';
import type { Milliseconds } from '../../core/units.ts';
import { leftText, roundName, wholeSeconds } from './round-text.ts';

/**
 * How far a run is, in one row: "round 3 of 5   pool   61 %   11 s gone   about 7 s left". Before it starts, what it is
 * waiting for; after its end nothing.
 */
export function runText(state: State, now: Milliseconds): string {
  const { profile, cluster, quietWait } = state;
  if (quietWait) {
    return 'waiting until the machine is quiet';
  }

  if (!profile) {
    return cluster?.status === 'sought' ? soughtText(cluster.target) : 'calibrating';
  }

  const { activity } = profile;
  switch (activity.type) {
    case 'opening':
      return 'starting';
    case 'warming-up':
      return `warming up ${activity.case}`;
    case 'running':
      return [roundName(profile, activity.pass.round), runningText(activity)]
        .concat(timeTexts(profile, now))
        .join('   ');
    case 'ended':
      return '';
  }
}

/** "pool", "ray: pending". */
function runningText({ pass, remote }: RunningPass): string {
  const phase = remote?.phases.at(-1)?.phase;
  return phase === undefined || phase === 'running'
    ? pass.case
    : `${pass.case}: ${phaseTexts[phase]}`;
}

function timeTexts(profile: ProfileState, now: Milliseconds): readonly string[] {
  const gone = Math.max(0, now - profile.began);
  const { time, whole } = remainingTime(profile, now);
  const left = leftText(profile, now);
  return [
    ...(whole && gone + time > 0 ? [percent(gone / (gone + Math.max(0, time)))] : []),
    `${wholeSeconds(gone)} gone`,
    ...(left === undefined ? [] : [left]),
  ];
}
