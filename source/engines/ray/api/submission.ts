import type { Milliseconds } from '../../../core/units.ts';
import type { RayClient } from './client.ts';
import type { Answer } from './exchange.ts';
import { isStarting } from './http-failures.ts';

export type JobRequest = {
  readonly id: string;
  readonly entrypoint: string;
  /** A URI from `upload`. */
  readonly workingDirectory?: string;
  readonly metadata: Readonly<Record<string, string>>;
};

/** Between attempts while Ray has no agent yet; 20 s in total. */
const startingPauses: readonly Milliseconds[] = [3_000, 6_000, 11_000];

/** Posts a job until Ray has it; returns the last answer if Ray refuses it. */
export async function submit(
  client: RayClient,
  job: JobRequest,
  pause: (time: Milliseconds) => Promise<void>,
): Promise<Answer | undefined> {
  const call = {
    method: 'POST',
    path: '/api/jobs/',
    body: { type: 'application/json', bytes: Buffer.from(JSON.stringify(bodyOf(job))) },
    repeatable: true,
  } as const;
  let answer = await client.ask(call);
  for (const time of startingPauses) {
    if (!isStarting(answer)) {
      break;
    }

    await pause(time);
    answer = await client.ask(call);
  }

  return isThere(answer, job.id) ? undefined : answer;
}

/** Only keys that every supported Ray knows: Ray refuses a job with an unknown one. */
const bodyOf = ({ id, entrypoint, workingDirectory, metadata }: JobRequest) => ({
  entrypoint,
  submission_id: id,
  metadata,
  ...(workingDirectory !== undefined && { runtime_env: { working_dir: workingDirectory } }),
});

/** A repeated request finds that its job already exists. */
const isThere = ({ status, text }: Answer, id: string): boolean =>
  (status === 200 && text.includes(id)) ||
  (status === 500 && text.includes(`Job with submission_id ${id} already exists`));
