import { once } from 'node:events';
import { request } from 'node:http';
import type { DriverEvent } from '../../source/engines/ray/driver/driver-event.ts';
import { openLogReader } from '../../source/engines/ray/driver/protocol.ts';
import { argumentsOf, driver, nonce, type DriverOptions } from './driver-run.ts';
import { python } from './environment.ts';

/** What Ray says to a request, as JSON. */
async function ask(method: 'GET' | 'POST', url: string, body?: unknown): Promise<unknown> {
  const asked = request(url, { method, agent: false });
  asked.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = await once(asked, 'response');
  const chunks: Buffer[] = await response.toArray();
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** A driver that runs as a job of the cluster with this dashboard. */
export async function submit(dashboard: string, options: DriverOptions) {
  const job = `${dashboard}/api/jobs/fibtui-test`;
  await ask('POST', `${dashboard}/api/jobs/`, {
    entrypoint: `exec ${python} -u ${driver} ${argumentsOf(options).join(' ')}`,
    submission_id: 'fibtui-test',
  });
  const events = async (): Promise<readonly DriverEvent[]> => {
    const { logs } = (await ask('GET', `${job}/logs`)) as { logs: string };
    return openLogReader(nonce).read(logs);
  };
  return {
    events,
    status: async () => ((await ask('GET', job)) as { status: string }).status,
    stop: async () => ask('POST', `${job}/stop`),
    /** Whether a task has told how far it is. */
    moves: async () =>
      (await events()).some((event) => event.ev === 'progress' && event.frac['0'] !== undefined),
  };
}
