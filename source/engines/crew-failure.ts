import { EngineError, type Failure } from '../core/failure.ts';
import { bytes } from '../core/format.ts';
import { outOfHeap } from '../workload/bigint.ts';
import { caseMemory, type Case } from '../core/plan.ts';

/** Why a crew's worker died or failed, as data. */
export function crewFailure(planned: Case, error: unknown): Failure {
  if (error instanceof EngineError) {
    return error.failure;
  }

  const message = error instanceof Error ? error.message : String(error);
  if (message === outOfHeap || isOutOfHeap(error)) {
    return {
      code: 'out-of-heap',
      message: `A worker of ${planned.id} ran out of heap (${planned.workload}, n = ${planned.size}).`,
      hint: 'Take a smaller size, or a workload that keeps its terms outside the heap: list, or pair.',
    };
  }

  if (/the system refused/.test(message)) {
    return {
      code: 'out-of-memory',
      message: `No memory for ${planned.id}, which needs ${bytes(caseMemory(planned))}: ${message}.`,
      hint: 'Take a smaller size, fewer workers, or the workload pair, which keeps two terms only.',
    };
  }

  return {
    code: 'worker-died',
    message: `A worker of ${planned.id} failed: ${message.replace(/\.$/, '')}.`,
    hint: 'Run it again; if it stays, report it.',
  };
}

const isOutOfHeap = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
