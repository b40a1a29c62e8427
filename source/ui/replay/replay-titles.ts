import { batchOf } from '../../core/plan/plan.ts';
import type { State } from '../../core/profile/state.ts';
import { longDate, shortDate } from '../../core/text/date.ts';

/** The name in the frame of a saved run, from the longest wording to the shortest; undefined before the run. */
export function replayTitles({ profile }: Pick<State, 'profile'>): readonly string[] | undefined {
  if (!profile) {
    return undefined;
  }

  const { plan, startedAt, under } = profile;
  const { workload } = batchOf(plan);
  const short = shortDate(startedAt, new Date(startedAt).getFullYear());
  const machine = under.machine ? `, ${under.machine.cpu}` : '';
  return [
    `fibtui · ${workload}, ${longDate(startedAt)}${machine}`,
    `fibtui · ${workload}, ${short}${machine}`,
    `fibtui · ${workload}, ${short}`,
    `${workload}, ${short}`,
  ];
}
