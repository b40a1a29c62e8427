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
        next: `Try ${counted(cores, 'worker')}, one a core: that loses less, but may take longer`,
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
        because: `only ${fast} of ${atOnce} workers can have a fast core, since this machine has ${kindsText(machine)}`,
        next: `Try ${counted(fast, 'worker')}, one a fast CPU: that loses less, but may take longer`,
      }
    : undefined;
};

/** From the threads' counters, or else a guess from the workload. */
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
        because: `every task writes ${bytes(written)}, and ${workers} workers share one memory`,
        next: `Whether it is that shows with ${instead}, which computes the same terms in hardly any memory`,
        guess: true,
        check: instead,
      }
    : undefined;
};
