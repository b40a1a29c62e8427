import type { PassOutcome } from '../../core/profile/pass.ts';
import type { Milliseconds } from '../../core/units.ts';
import { openSpans, type OpenSpans } from '../../core/profile/build-spans.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { Observe } from '../../core/profile/event.ts';
import type { DriverEvent, EventNamed } from '../ray/driver/driver-event.ts';
import { watchProgress, type Progress } from './progress.ts';
import { taskFailure } from './python-failures.ts';
import type { PythonProcess } from './python-process.ts';

export type PassWatcher = {
  readonly observe: Observe;
  /** CPU time of the process so far. */
  readonly onCpuTime?: (time: Milliseconds) => void;
};

/** Runs one pass in a process that has warmed up. Its times are of that process's clock, and count from the order. */
export async function runPass(
  python: PythonProcess,
  { workload, size, tasks }: Case,
  { observe, onCpuTime }: PassWatcher,
): Promise<PassOutcome> {
  const open = openSpans(tasks);
  const progress = watchProgress({ tasks, pid: python.pid }, observe);
  try {
    const end = await python.carryOut({ workload, size, tasks }, (event) => {
      put(event, open, tasks);
      progress.hear(event);
    });
    progress.sample();
    if (end.cpuMs !== undefined) {
      onCpuTime?.(end.cpuMs);
    }

    return outcomeOf(end, { python, progress, tasks }, open);
  } finally {
    progress.stop();
  }
}

type Run = {
  readonly python: PythonProcess;
  readonly progress: Progress;
  readonly tasks: number;
};

function outcomeOf(
  { status, reason = status, wallMs: wall, trims = false }: EventNamed<'end'>,
  { python, progress, tasks }: Run,
  open: OpenSpans,
): PassOutcome {
  const done = progress.done();
  if (status !== 'ok' || wall === undefined || done !== tasks) {
    const why = status === 'ok' ? `it told ${done} of ${tasks} tasks` : reason;
    return { status: 'failed', failure: taskFailure(why) };
  }

  return {
    status: 'finished',
    wall,
    spans: open.spans(),
    python: { version: python.version, trims },
  };
}

function put(event: DriverEvent, open: OpenSpans, tasks: number): void {
  if (event.ev !== 'row') {
    return;
  }

  const { first, startMs, endMs, cpuMs, digest, kept } = event;
  const answer = { digest, ...(kept === undefined ? {} : { kept }) };
  for (const [index, start] of startMs.entries()) {
    const task = first + index;
    const [end, onCpu] = [endMs[index], cpuMs[index]];
    if (task < tasks && end !== undefined && onCpu !== undefined) {
      open.put(task, { task, worker: 0, start, end, onCpu, ...answer });
    }
  }
}
