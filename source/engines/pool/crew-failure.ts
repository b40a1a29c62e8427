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
      message: `A worker of ${planned.id} ran out of heap (${planned.workload}, n = ${planned.size}).`,
      hint: 'Take a smaller size, or a workload that keeps its terms outside the heap: list, or pair.',
    };
  }

  const resource = refusedIn(`${message} ${codeOf(error)}`);
  if (resource) {
    return refusals[resource](planned, message);
  }

  if (isWithoutFolder(error)) {
    return {
      code: 'folder-gone',
      message: `No worker of ${planned.id} could start: the folder that fibtui was started in has been removed.`,
      hint: 'Start fibtui in another one.',
    };
  }

  return {
    code: 'worker-died',
    message: `A worker of ${planned.id} failed: ${message.replace(/\.$/, '')}.`,
    hint: 'Run it again; if it stays, report it.',
  };
}

const refusals: Readonly<Record<Resource, (planned: Case, message: string) => Failure>> = {
  'address-space': ({ id, workers }, message) => ({
    code: 'out-of-address-space',
    message: `The system refused addresses for ${id}, whose ${counted(workers, 'worker')} reserve 4 to 10 GB of them each (${message}).`,
    hint: remedies['address-space'],
  }),
  files: ({ id, workers }, message) => ({
    code: 'out-of-files',
    message: `The system refused a file for ${id}, whose ${counted(workers, 'worker')} open some each (${message}).`,
    hint: remedies.files,
  }),
  threads: ({ id, workers }, message) => ({
    code: 'out-of-threads',
    message: `The system refused a thread for ${id}, which needs ${workers} (${message}).`,
    hint: remedies.threads,
  }),
  memory: (planned, message) => ({
    code: 'out-of-memory',
    message: `No memory for ${planned.id}, which needs ${bytes(caseMemory(planned))}: ${message}.`,
    hint: 'Take a smaller size, fewer workers, or the workload pair, which keeps two terms only.',
  }),
};

function silenceFailure(planned: Case, { workers }: SilenceError): Failure {
  const names = workers.map((worker) => worker + 1).join(', ');
  const [what, limit] =
    workers.length === 0
      ? [`No worker of ${planned.id} takes up its orders`, idleLimit]
      : [
          `Worker${workers.length === 1 ? '' : 's'} ${names} of ${planned.id} stopped answering`,
          silenceLimit,
        ];
  return {
    code: 'worker-silent',
    message: `${what}: no sign of life for ${duration(limit)}.`,
    hint: 'Its threads were ended; run it again, and if it stays, report it.',
  };
}
