import {
  codeOf,
  EngineError,
  isWithoutFolder,
  messageOf,
  type Failure,
} from '../../core/failure.ts';
import { refusedIn, remedies, type Resource } from '../../core/refusal.ts';
import { bytes, counted, duration } from '../../core/text/format.ts';
import type { PassOutcome } from '../../core/profile/pass.ts';
import { outOfHeap } from '../../workload/bigint.ts';
import { caseMemory } from '../../core/plan/memory.ts';
import type { Case } from '../../core/plan/plan.ts';
import { idleLimit, silenceLimit, SilenceError } from './watchdog.ts';

/** The outcome of a pass that threw. After an abort any error only reflects the cancellation. */
export const outcomeOfError = (planned: Case, error: unknown, signal: AbortSignal): PassOutcome =>
  signal.aborted
    ? { status: 'cancelled' }
    : { status: 'failed', failure: crewFailure(planned, error) };

/** Why a worker of a crew died or failed, as data. */
export function crewFailure(planned: Case, error: unknown): Failure {
  if (error instanceof EngineError) {
    return error.failure;
  }

  if (error instanceof SilenceError) {
    return silenceFailure(planned, error);
  }

  const message = messageOf(error);
  if (message === outOfHeap || codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY') {
    return {
      code: 'out-of-heap',
      message: `A worker of ${planned.id} ran out of heap (${planned.workload}, ${counted(planned.size, 'term')}).`,
      hint: 'Use a smaller size, or a workload that keeps its terms outside the heap: list or pair.',
    };
  }

  const resource = refusedIn(`${message} ${codeOf(error)}`);
  if (resource) {
    return refusals[resource](planned, message);
  }

  if (isWithoutFolder(error)) {
    return {
      code: 'folder-gone',
      message: `No worker of ${planned.id} could start: the folder that fibtui was started in is gone.`,
      hint: 'Start fibtui in another folder.',
    };
  }

  return {
    code: 'worker-died',
    message: `A worker of ${planned.id} failed: ${message.replace(/\.$/, '')}.`,
    hint: 'Run again; if it happens again, report it.',
  };
}

const refusals: Readonly<Record<Resource, (planned: Case, message: string) => Failure>> = {
  'address-space': ({ id, workers }, message) => ({
    code: 'out-of-address-space',
    message: `The system has too little address space for ${id}: each of its ${counted(workers, 'worker')} reserves 4 to 10 GB (${message}).`,
    hint: remedies['address-space'],
  }),
  files: ({ id, workers }, message) => ({
    code: 'out-of-files',
    message: `The system allows too few open files for ${id} and its ${counted(workers, 'worker')} (${message}).`,
    hint: remedies.files,
  }),
  threads: ({ id, workers }, message) => ({
    code: 'out-of-threads',
    message: `The system allows too few threads for ${id}, which needs ${workers} (${message}).`,
    hint: remedies.threads,
  }),
  memory: (planned, message) => ({
    code: 'out-of-memory',
    message: `Not enough memory for ${planned.id}, which needs ${bytes(caseMemory(planned))}: ${message}.`,
    hint: 'Use a smaller size, fewer workers, or the workload pair, which keeps only two terms.',
  }),
};

function silenceFailure(planned: Case, { workers }: SilenceError): Failure {
  const names = workers.map((worker) => worker + 1).join(', ');
  const [what, limit] =
    workers.length === 0
      ? [`No worker of ${planned.id} accepts tasks`, idleLimit]
      : [
          `Worker${workers.length === 1 ? '' : 's'} ${names} of ${planned.id} stopped answering`,
          silenceLimit,
        ];
  return {
    code: 'worker-silent',
    message: `${what}: no sign of life for ${duration(limit)}.`,
    hint: 'fibtui ended its threads. Run again; if it happens again, report it.',
  };
}
