import type { Failure } from '../../../core/failure.ts';
import type { Answer } from './http.ts';
import { isPage, notRay, where, type Asked } from './http-failures.ts';

/** What a 404 below a path comes to: a job that is gone, a Ray that takes none, or no Ray. */
export function missing(answer: Answer, path: string, asked: Pick<Asked, 'address'>): Failure {
  if (!path.startsWith('/api/jobs/') || isPage(answer)) {
    return notRay(answer, asked);
  }

  return /does not exist/.test(answer.text)
    ? {
        code: 'ray-job-lost',
        message: `Ray at ${where(asked)} does not know the job any more.`,
        hint: 'Its head was started anew, or somebody deleted the job; run it again.',
      }
    : {
        code: 'ray-no-jobs-api',
        message: `Ray at ${where(asked)} has no Jobs API.`,
        hint: 'Install ray[default] on the head: plain ray comes without it.',
      };
}
