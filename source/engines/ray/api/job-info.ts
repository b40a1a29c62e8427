import { numberAt, parseJson, textAt } from './answers.ts';
import type { Redact } from './redact.ts';

export type JobStatus = 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'STOPPED';

export type JobInfo = {
  readonly status: JobStatus;
  readonly message?: string;
  readonly errorType?: string;
  readonly driverNodeId?: string;
  /** Negative if a signal ended the driver. */
  readonly exitCode?: number;
  /** When Ray took the job, on the clock of the head. */
  readonly takenAt?: number;
};

const statuses: readonly JobStatus[] = ['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'STOPPED'];

/** Parses Ray's description of a job; undefined if the text is something else. */
export function jobInfo(text: string, clean: Redact): JobInfo | undefined {
  const details = parseJson(text);
  const status = statuses.find((status) => status === textAt(details, 'status'));
  if (!status) {
    return undefined;
  }

  const message = textAt(details, 'message');
  const errorType = textAt(details, 'error_type');
  const driverNodeId = textAt(details, 'driver_node_id');
  const exitCode = numberAt(details, 'driver_exit_code');
  const takenAt = numberAt(details, 'start_time');
  return {
    status,
    ...(message !== undefined && { message: clean(message) }),
    ...(errorType !== undefined && { errorType }),
    ...(driverNodeId !== undefined && { driverNodeId }),
    ...(exitCode !== undefined && { exitCode }),
    ...(takenAt !== undefined && { takenAt }),
  };
}
