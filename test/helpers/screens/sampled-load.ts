import type { LoadHistory } from '../../../source/core/profile/load-history.ts';
import type { State } from '../../../source/core/profile/state.ts';
import type { Milliseconds } from '../../../source/core/units.ts';

/** A sample every 500 ms after `since`, with so many CPUs busy: the first ones wholly, the next one in part. */
export function sampledLoad(
  cpus: number,
  busy: readonly number[],
  since: Milliseconds = 0,
): Pick<State, 'load' | 'loadHistory'> {
  const loadHistory: LoadHistory = busy.map((all, index) => ({
    at: since + 500 * (index + 1),
    load: Array.from({ length: cpus }, (_, cpu) => ({
      cpu,
      busy: Math.min(1, Math.max(0, all - cpu)),
    })),
  }));
  return { load: loadHistory.at(-1)?.load ?? [], loadHistory };
}
