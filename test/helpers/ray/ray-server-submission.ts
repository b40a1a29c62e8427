import { standInJob } from './ray-server-job.ts';
import type { RayState, Reply } from './ray-server-state.ts';

const fields = new Set([
  'entrypoint',
  'submission_id',
  'runtime_env',
  'metadata',
  'entrypoint_num_cpus',
  'entrypoint_num_gpus',
  'entrypoint_memory',
  'entrypoint_resources',
]);

/** Ray's answer to an error: a whole traceback. */
export const traceback = (line: string): string =>
  `Traceback (most recent call last):\n  File "/opt/ray/dashboard/modules/job/job_head.py", line 1, in submit\n    raise\n${line}\n.\n`;

/** Ray's answer to the submission of a job. */
export function submitReply(state: RayState, text: string): Reply {
  let posted: Record<string, unknown>;
  try {
    posted = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return [500, '500 Internal Server Error\n\nServer got itself in trouble'];
  }

  const wrong = wrongIn(posted);
  if (wrong !== undefined) {
    return [400, traceback(`TypeError: ${wrong}`)];
  }

  if (state.starting > 0) {
    state.starting -= 1;
    return [500, traceback('Exception: No available agent to submit job, please try again later.')];
  }

  const id = posted['submission_id'] as string;
  if (state.jobs.has(id)) {
    return [
      500,
      traceback(`ValueError: Job with submission_id ${id} already exists. Please use another one.`),
    ];
  }

  state.jobs.set(id, standInJob(id, posted));
  failWithoutPackage(state, id);
  return [200, { job_id: id, submission_id: id }];
}

function wrongIn(posted: Readonly<Record<string, unknown>>): string | undefined {
  const unknown = Object.keys(posted).find((key) => !fields.has(key));
  if (unknown !== undefined) {
    return `JobSubmitRequest.__init__() got an unexpected keyword argument '${unknown}'`;
  }

  const missing = ['entrypoint', 'submission_id'].find((key) => typeof posted[key] !== 'string');
  if (missing !== undefined) {
    return `${missing} must be a string`;
  }

  const metadata = Object.values(posted['metadata'] ?? {});
  return metadata.every((value) => typeof value === 'string')
    ? undefined
    : 'metadata values must be strings';
}

function failWithoutPackage({ jobs, packages }: RayState, id: string): void {
  const environment = jobs.get(id)?.posted['runtime_env'] as { working_dir?: string } | undefined;
  const directory = environment?.working_dir;
  if (directory !== undefined && !packages.has(directory.replace('gcs://', ''))) {
    jobs.get(id)?.end('FAILED', {
      error_type: 'RUNTIME_ENV_SETUP_FAILURE',
      message: `runtime_env setup failed: ${directory} is not a valid URI.`,
    });
  }
}
