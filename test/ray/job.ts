import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { openLogReader } from '../../source/engines/ray/driver/protocol.ts';
import { argumentsOf, driver, nonce, type DriverOptions } from './driver-run.ts';
import { python } from './environment.ts';
import { until } from './until.ts';

/** Ray's answer to a request, parsed from JSON. */
async function ask(
  method: 'GET' | 'POST',
  url: string,
  { token, body }: { readonly token?: string | undefined; readonly body?: unknown } = {},
): Promise<unknown> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const asked = request(url, { method, headers, agent: false });
  asked.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = await once(asked, 'response');
  const chunks: Buffer[] = await response.toArray();
  return JSON.parse(Buffer.concat(chunks).toString());
}

export type ListedJob = {
  readonly submission_id: string;
  readonly status: string;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly entrypoint: string;
};

/** All jobs that Ray knows. */
export const jobsAt = async (dashboard: string, token?: string): Promise<readonly ListedJob[]> =>
  (await ask('GET', `${dashboard}/api/jobs/`, { token })) as ListedJob[];

/** The newest of fibtui's jobs, in any status; their ids begin with the time of their creation. */
export async function newestJob(dashboard: string): Promise<ListedJob> {
  const jobs = (await jobsAt(dashboard)).filter(({ metadata }) => metadata?.['app'] === 'fibtui');
  const newest = jobs.toSorted((one, other) => (one.submission_id < other.submission_id ? -1 : 1));
  return newest.at(-1) ?? assert.fail('there is no job');
}

/** A job, as seen by another client of the cluster. */
export function jobAt(dashboard: string, id: string, token?: string) {
  const job = `${dashboard}/api/jobs/${id}`;
  const status = async () => ((await ask('GET', job, { token })) as ListedJob).status;
  return {
    status,
    /** Ray may report it with a delay. */
    becomes: async (wanted: string) =>
      until(`the job is ${wanted}`, async () => (await status()) === wanted),
    stop: async () => ask('POST', `${job}/stop`, { token }),
    logs: async () => ((await ask('GET', `${job}/logs`, { token })) as { logs: string }).logs,
  };
}

/** Runs a driver as a job of the cluster with this dashboard. */
export async function submit(dashboard: string, options: DriverOptions) {
  const id = 'fibtui-test';
  await ask('POST', `${dashboard}/api/jobs/`, {
    body: {
      entrypoint: `exec ${python} -u ${driver} ${argumentsOf(options).join(' ')}`,
      submission_id: id,
    },
  });
  const job = jobAt(dashboard, id);
  const tasks = Array.from({ length: options.tasks }, (_, task) => String(task));
  return {
    ...job,
    /** Whether all its tasks have reported progress. */
    moves: async () => {
      const events = openLogReader(nonce).read(await job.logs());
      return tasks.every((task) =>
        events.some((event) => event.ev === 'progress' && event.frac[task] !== undefined),
      );
    },
  };
}
