import type { RayClient } from './client.ts';
import type { Answer } from './http.ts';
import { isStarting } from './http-failures.ts';

export type JobRequest = {
  readonly id: string;
  readonly entrypoint: string;
  /** A URI that `upload` gave. */
  readonly workingDirectory?: string;
  readonly metadata: Readonly<Record<string, string>>;
};

/** Milliseconds between tries while Ray has no agent yet: 20 s together. */
const startingPauses = [3_000, 6_000, 11_000];

/** Posts a job under its own id until Ray has it; the last answer where it has not. */
export async function submitted(
  client: RayClient,
  job: JobRequest,
  pause: (milliseconds: number) => Promise<void>,
): Promise<Answer | undefined> {
  const call = {
    method: 'POST',
    path: '/api/jobs/',
    body: { type: 'application/json', bytes: Buffer.from(JSON.stringify(bodyOf(job))) },
    repeatable: true,
  } as const;
  let answer = await client.ask(call);
  for (const milliseconds of startingPauses) {
    if (!isStarting(answer)) {
      break;
    }

    await pause(milliseconds);
    answer = await client.ask(call);
  }

  return isThere(answer, job.id) ? undefined : answer;
}

/** No key that Ray might not know: it refuses a job for one. */
const bodyOf = ({ id, entrypoint, workingDirectory, metadata }: JobRequest) => ({
  entrypoint,
  submission_id: id,
  metadata,
  ...(workingDirectory !== undefined && { runtime_env: { working_dir: workingDirectory } }),
});

/** A request that was sent twice, or answered too late, finds its own job. */
const isThere = ({ status, text }: Answer, id: string): boolean =>
  (status === 200 && text.includes(id)) ||
  (status === 500 && text.includes(`Job with submission_id ${id} already exists`));
