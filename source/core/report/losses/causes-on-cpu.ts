import { timeIn } from '../figures/budget.ts';
import { leastPart, type Rule } from './cause.ts';
import { bytes, counted, duration } from '../../text/format.ts';
import type { ReportPass } from '../figures/report-pass.ts';
import type { Bytes, Milliseconds } from '../../units.ts';
import { workloads } from '../../plan/workload.ts';

/** Why the same task takes longer on a CPU when others run beside it. */

/** As many workers as run at once are more than there are cores: some share one, wherever they are put. */
export const sharedCores: Rule = ({ workers, machine: { cores, threads, usable } }) => {
  const atOnce = Math.min(workers, usable.count);
  return cores !== undefined && cores > 0 && threads > cores && atOnce > cores
    ? {
        code: 'shared-cores',
        because: `${atOnce} workers share ${counted(cores, 'core')}`,
        next: `Try ${counted(cores, 'worker')}, one a core: that loses less, but may take longer`,
      }
    : undefined;
};

/** What the counters of the threads say, else that the workload is made of garbage. */
export const garbage: Rule = ({ plan: { workload }, pass, local }, loss) => {
  if (!workloads[workload].onHeap) {
    return undefined;
  }

  const next = 'Try list, which computes the same without garbage';
  const [after, before] = [collecting(pass), collecting(local)];
  if (after === undefined || before === undefined) {
    const took = `its tasks took ${duration(timeIn(pass.spans))} against ${duration(timeIn(local.spans))} on local`;
    const because = `${took}, and every term of them is garbage for V8 to collect`;
    return { code: 'garbage-collection', because, next, guess: true };
  }

  const because = `V8 stopped its tasks for ${duration(after)} to collect their garbage, and for ${duration(before)} on local`;
  return after - before < leastPart * loss
    ? undefined
    : { code: 'garbage-collection', because, next };
};

/** Undefined where a task does not tell. */
const collecting = ({ spans }: ReportPass<'finished'>): Milliseconds | undefined => {
  const total = spans.reduce((sum, { collecting: time = Number.NaN }) => sum + time, 0);
  return Number.isNaN(total) ? undefined : total;
};

/** What caches hold: arenas that are smaller together never reach the memory. */
const cached: Bytes = 8e6;

/** No counter tells it, but `pair` computes the same terms and touches next to no memory. */
export const memoryBandwidth: Rule = ({ plan: { workload, size }, workers }) => {
  const { onHeap, instead, bytes: bytesFor } = workloads[workload];
  const written = bytesFor(size);
  return !onHeap && instead !== workload && workers > 1 && workers * written > cached
    ? {
        code: 'memory-bandwidth',
        because: `every task writes ${bytes(written)}, and ${workers} workers share one memory`,
        next: `Whether it is that shows with ${instead}, which computes the same terms in hardly any memory`,
        guess: true,
        check: instead,
      }
    : undefined;
};
