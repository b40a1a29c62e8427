import { counted } from '../../../core/text/format.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { DriverEvent } from '../driver/driver-event.ts';
import type { ClusterProgress } from './cluster-progress.ts';

/** A task that could start at once does so sooner, even where its worker has to start first. */
const settled: Milliseconds = 2000;

/** Tells how many tasks wait because others hold the CPUs that they could run on; undefined if none does. */
export function openWaiting(tasks: number, progress: Pick<ClusterProgress, 'width' | 'started'>) {
  let needed = 0;
  /** CPUs that were free at first: the tasks get those after a moment. */
  let free = 0;
  let submitted: Milliseconds | undefined;

  return {
    add(event: DriverEvent) {
      if (event.ev === 'cluster') {
        needed = Math.min(tasks, event.cpus);
        free = Math.min(needed, event.free);
      } else if (event.ev === 'submitted') {
        submitted = event.ts;
      } else if (submitted !== undefined && event.ts - submitted >= settled) {
        free = 0;
      }

      // CPUs that all had a task are ours, whatever happens between two of them.
      needed = progress.width() >= needed ? 0 : needed;
    },
    text(): string | undefined {
      const missing = needed - Math.max(free, progress.width());
      const waiting = Math.min(missing, tasks - progress.started());
      return waiting > 0 ? waitingText(waiting, { needed, tasks }) : undefined;
    },
  };
}

type Counts = { readonly needed: number; readonly tasks: number };

/** "12 of 64 tasks wait for a CPU that others hold". */
function waitingText(waiting: number, { needed, tasks }: Counts): string {
  const of = counted(needed, 'task');
  const first = tasks > needed ? `the first ${of}` : of;
  const all = tasks === 1 ? 'the task' : `all ${counted(tasks, 'task')}`;
  const who = waiting === needed ? all : `${waiting} of ${first}`;
  const wait = waiting === 1 && (waiting < needed || tasks === 1) ? 'waits' : 'wait';
  return `${who} ${wait} for a CPU that others hold`;
}
