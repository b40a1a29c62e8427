import { numberAt, parsedJson, textAt } from './answers.ts';
import type { Redact } from './redact.ts';

export type JobStatus = 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'STOPPED';

export type JobInfo = {
  readonly status: JobStatus;
  readonly message?: string;
  readonly errorType?: string;
  readonly driverNodeId?: string;
  /** Negative where a signal ended the driver. */
  readonly exitCode?: number;
};

const statuses: readonly JobStatus[] = ['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'STOPPED'];

/** What Ray knows of a job; undefined where the text is nothing of the kind. */
export function jobInfo(text: string, clean: Redact): JobInfo | undefined {
  const details = parsedJson(text);
  const status = statuses.find((status) => status === textAt(details, 'status'));
  if (!status) {
    return undefined;
  }

  const message = textAt(details, 'message');
  const errorType = textAt(details, 'error_type');
  const driverNodeId = textAt(details, 'driver_node_id');
  const exitCode = numberAt(details, 'driver_exit_code');
  return {
    status,
    ...(message !== undefined && { message: clean(message) }),
    ...(errorType !== undefined && { errorType }),
    ...(driverNodeId !== undefined && { driverNodeId }),
    ...(exitCode !== undefined && { exitCode }),
  };
}
