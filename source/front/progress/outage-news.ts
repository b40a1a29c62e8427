import { outageText, regainedText } from '../../core/plan/ray-text.ts';
import type { OutageTimes, RunningPass, State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Reporter } from './reporter.ts';

/** Says when the head of the cluster stops answering, and when it answers again. */
export function outageReporter(now: () => Milliseconds): Reporter {
  let out: OutageTimes | undefined;
  return ({ profile }) => {
    const pass = runningPass(profile);
    const before = out;
    out = pass?.remote?.outage;
    if (!pass || Boolean(before) === Boolean(out)) {
      return [];
    }

    const at = now();
    return [
      out
        ? `! ${pass.case.id}: ${outageText(at - out.since, out.until - at)}`
        : `${pass.case.id}: ${regainedText(at - (before?.since ?? at))}`,
    ];
  };
}

const runningPass = (profile: State['profile']): RunningPass | undefined =>
  profile?.activity.type === 'running' ? profile.activity : undefined;
