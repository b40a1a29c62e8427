import type { Failure } from '../../../core/failure.ts';
import type { Answer } from './exchange.ts';
import { where, type Endpoint } from './endpoint.ts';
import { isPage, notRay } from './http-failures.ts';

/** The failure for a 404: the job is gone, Ray lacks the Jobs API, or the server is not Ray. */
export function missing(
  answer: Answer,
  path: string,
  endpoint: Pick<Endpoint, 'address'>,
): Failure {
  if (!path.startsWith('/api/jobs/') || isPage(answer)) {
    return notRay(answer, endpoint);
  }

  return /does not exist/.test(answer.text)
    ? {
        code: 'ray-job-lost',
        message: `Ray at ${where(endpoint)} no longer knows the job.`,
        hint: 'The head was restarted, or somebody deleted the job; run again.',
      }
    : {
        code: 'ray-no-jobs-api',
        message: `Ray at ${where(endpoint)} has no Jobs API.`,
        hint: 'Install ray[default] on the head; plain ray lacks it.',
      };
}
