import type { Conditions } from '../machine/conditions.ts';
import type { State } from '../profile/state.ts';
import { trustHere } from '../report/trust/trust-here.ts';
import type { TrustLine, TrustName } from '../report/trust/trust-lines.ts';
import type { Check, Topic } from './check.ts';

/** The lines of trust, as they are judged before and after a run. */
export const trustChecks = (state: State, samples: readonly Conditions[]): readonly Check[] =>
  trustHere(state, samples).map(checkOf);

function checkOf({ name, level, text }: TrustLine): Check {
  const remedy = level === 'ok' || level === 'unknown' ? undefined : remedies[name];
  return {
    topic: topicOf[name] ?? 'CPUs',
    name,
    level,
    text,
    ...(remedy === undefined ? {} : { remedy }),
  };
}

const topicOf: Partial<Readonly<Record<TrustName, Topic>>> = {
  'other-load': 'Load',
  steal: 'Load',
};

const remedies: Partial<Readonly<Record<TrustName, string>>> = {
  'other-load': 'Add --wait-quiet to wait until the machine is quiet.',
  steal: 'Use a host with CPUs of its own, or run at another time.',
  throttling: 'Raise the quota, or end what else uses it up.',
  governor: 'Set it to performance while you measure: cpupower frequency-set -g performance.',
  temperature: 'Let the processor cool down first, and check its fans.',
};
