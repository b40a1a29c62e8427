import { timeIn, totalOf } from '../../profile/span-times.ts';
import { leastPart, type Rule } from './cause.ts';
import { fastCpus, kindsText } from '../../machine/machine-text.ts';
import { bytes, counted, duration } from '../../text/format.ts';
import type { ReportPass } from '../figures/report-pass.ts';
import type { Bytes, Milliseconds } from '../../units.ts';
import { workloads } from '../../plan/workload.ts';

// Causes for tasks taking longer on a CPU when others run at the same time.

/** More workers run at once than there are cores, so some must share one. */
export const sharedCores: Rule = ({ workers, machine: { cores, threads, usable } }) => {
  const atOnce = Math.min(workers, usable.count);
  return cores !== undefined && cores > 0 && threads > cores && atOnce > cores
    ? {
        code: 'shared-cores',
        because: `${atOnce} workers share ${counted(cores, 'core')}`,
        next: `Try ${counted(cores, 'worker')}, one for each core: that wastes less, but may take longer`,
      }
    : undefined;
};

/** More workers run at once than there are fast CPUs, so some compute on slower cores. `local` alone gets a fast one. */
export const slowCores: Rule = ({ workers, machine }) => {
  const fast = fastCpus(machine);
  const atOnce = Math.min(workers, machine.usable.count);
  return atOnce > fast
    ? {
        code: 'slow-cores',
        because: `only ${fast} of ${atOnce} workers can run on a fast core: this machine has ${kindsText(machine)}`,
        next: `Try ${counted(fast, 'worker')}, one for each fast CPU: that wastes less, but may take longer`,
      }
    : undefined;
};

/** From the threads' counters, or else a guess from the workload. */
export const garbage: Rule = ({ plan: { workload }, pass, local }, loss) => {
  if (!workloads[workload].onHeap) {
    return undefined;
  }

  const next = 'Try the workload list, which computes the same without garbage';
  const [after, before] = [collecting(pass), collecting(local)];
  if (after === undefined || before === undefined) {
    const took = `the tasks took ${duration(timeIn(pass.spans))} in all, and ${duration(timeIn(local.spans))} on local`;
    const because = `${took}, and every term leaves garbage for V8 to collect`;
    return { code: 'garbage-collection', because, next, guess: true };
  }

  const because = `V8 paused the tasks for ${duration(after)} to collect garbage, and for ${duration(before)} on local`;
  const took = after - before;
  return took < leastPart * loss ? undefined : { code: 'garbage-collection', because, next, took };
};

/** Undefined if a task lacks this time. */
const collecting = ({ spans }: ReportPass<'finished'>): Milliseconds | undefined => {
  const total = totalOf(spans, 'collecting');
  return Number.isNaN(total) ? undefined : total;
};

/** A typical cache: arenas smaller than this in total never reach main memory. */
const cached: Bytes = 8e6;

/** No counter shows this, but `pair` computes the same terms and uses almost no memory. */
export const memoryBandwidth: Rule = ({ plan: { workload, size }, workers }) => {
  const { onHeap, instead, bytes: bytesFor } = workloads[workload];
  const written = bytesFor(size);
  return !onHeap && instead !== workload && workers > 1 && workers * written > cached
    ? {
        code: 'memory-bandwidth',
        because: `every task writes ${bytes(written)}, and ${workers === 2 ? 'both' : `all ${workers}`} workers share one memory`,
        next: `To check, press m: the same run with ${instead}, which uses almost no memory`,
        guess: true,
        check: instead,
      }
    : undefined;
};
