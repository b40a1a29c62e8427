import { runsHere, runsInARow } from '../../core/plan/engines.ts';
import type { Case } from '../../core/plan/plan.ts';
import { count, counted } from '../../core/text/format.ts';

/** How its tasks run: "one by one", "2 at a time", "on 4 CPUs". */
export function mannerOf({ engine, workers }: Pick<Case, 'engine' | 'workers'>): string {
  if (runsInARow(engine)) {
    return 'one by one';
  }

  return runsHere(engine) ? `${count(workers)} at a time` : `on ${counted(workers, 'CPU')}`;
}
