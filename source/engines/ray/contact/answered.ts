import type { Milliseconds } from '../../../core/units.ts';
import { pause } from '../abortable.ts';
import type { RayJobs } from '../api/jobs.ts';
import { isOutage, type Contact } from './contact.ts';

const retryPeriod: Milliseconds = 1000;

/**
 * Sends a request again until the head answers it; undefined if the signal aborts between two of them. Rejects with what
 * Ray refuses, and when the head counts as lost.
 */
export async function untilAnswered<Answer>(
  request: () => Promise<Answer>,
  contact: Pick<Contact, 'heard' | 'missed'>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  while (!signal.aborted) {
    try {
      const answer = await request();
      contact.heard();
      return answer;
    } catch (error) {
      if (!isOutage(error)) {
        throw error;
      }

      contact.missed(error);
    }

    await pause(retryPeriod, signal);
  }

  return undefined;
}

/** The same calls; an answer about a job is a sign of life. */
export function heardBy({ heard }: Pick<Contact, 'heard'>, jobs: RayJobs): RayJobs {
  const hearing =
    <Answer>(call: (id: string) => Promise<Answer>) =>
    async (id: string): Promise<Answer> => {
      const answer = await call(id);
      heard();
      return answer;
    };
  return { ...jobs, info: hearing(jobs.info), stop: hearing(jobs.stop) };
}
