import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { parseJson, textAt, valueAt } from './answers.ts';
import { rayClient, type Call, type RayAccess, type RayClient } from './client.ts';
import { notRay, isPage } from './http-failures.ts';
import type { Answer, Most } from './exchange.ts';
import { jobInfo, type JobInfo } from './job-info.ts';
import { missing } from './missing.ts';
import { aliveNodes, nodesMost, nodesPath, possible, type RayNode } from './nodes.ts';
import { uploadPackage } from './packages.ts';
import { submit, type JobRequest } from './submission.ts';
import { isTooOld, tooOldFailure } from './version.ts';

export type RayVersion = {
  readonly ray: string;
  /** The name of the session that the head is in; undefined if it is no name that Ray gives. */
  readonly session?: string;
};

/** The parts of Ray's Jobs API that fibtui needs; every call may reject with an `EngineError`. */
export type RayJobs = {
  readonly version: () => Promise<RayVersion>;
  readonly authenticationMode: () => Promise<'disabled' | 'token'>;
  /** Nodes that are alive. */
  readonly nodes: () => Promise<readonly RayNode[]>;
  /** Uploads the zip unless the cluster has it, and returns its gcs:// URI. Undefined if the cluster or a proxy accepts no upload: then the driver goes inline. */
  readonly upload: (zip: Uint8Array) => Promise<string | undefined>;
  /** Safe to repeat: an id that already exists counts as submitted. */
  readonly submit: (job: JobRequest) => Promise<void>;
  readonly info: (id: string) => Promise<JobInfo>;
  readonly logs: (id: string) => Promise<string>;
  /** Streams the driver's log from its start, until the signal aborts or the stream breaks (then it rejects or resolves). */
  readonly streamLogs: (request: LogRequest) => Promise<void>;
  readonly stop: (id: string) => Promise<boolean>;
  readonly remove: (id: string) => Promise<void>;
};

export type LogRequest = {
  readonly id: string;
  readonly node: string;
  readonly onText: (text: string) => void;
  readonly signal: AbortSignal;
};

export type RayJobsRequest = RayAccess & {
  /** Replaced by tests. */
  readonly pause?: (time: Milliseconds) => Promise<void>;
};

/** A client for one cluster; it sends nothing before the first call. */
export function rayJobs({ pause = sleep, ...access }: RayJobsRequest): RayJobs {
  const client = rayClient(access);
  let version: string | undefined;
  const { read, answerError } = answerReader(client, access, () => version);

  return {
    authenticationMode: client.mode,
    upload: async (zip) => uploadPackage(client, zip),

    async version() {
      const found = await read(get('/api/version'), versionOf);
      if (isTooOld(found.ray)) {
        throw new EngineError(tooOldFailure(found.ray, access));
      }

      version = found.ray;
      return found;
    },

    nodes: async () =>
      possible(await listNodes(async () => read(nodesCall, aliveNodes), pause), access),

    async submit(job) {
      const answer = await submit(client, job, pause);
      if (answer) {
        throw answerError(answer, '/api/jobs/');
      }
    },

    info: async (id) => read(get(pathOf(id)), (text) => jobInfo(text, client.clean)),
    // Again, because what JSON has escaped is text only now.
    logs: async (id) =>
      client.hideLong(await read({ ...get(`${pathOf(id)}/logs`), most: logMost }, logsOf)),
    streamLogs: async ({ id, node, ...rest }) =>
      client.stream({ path: streamPath(id, node), ...rest }),

    stop: async (id) =>
      read({ method: 'POST', path: `${pathOf(id)}/stop`, repeatable: true }, stoppedOf),

    async remove(id) {
      const answer = await client.ask({ method: 'DELETE', path: pathOf(id) });
      if (answer.status !== 200 && answer.status !== 404) {
        throw answerError(answer, pathOf(id));
      }
    },
  };
}

/** A head that has just started lists no nodes for a while. */
async function listNodes(
  list: () => Promise<readonly RayNode[]>,
  pause: (time: Milliseconds) => Promise<void>,
): Promise<readonly RayNode[]> {
  let nodes = await list();
  for (let attempt = 1; nodes.length === 0 && attempt <= 10; attempt += 1) {
    await pause(500);
    nodes = await list();
  }

  return nodes;
}

/** Reads successful answers; errors for others name Ray's version once it is known. */
function answerReader(client: RayClient, access: RayAccess, version: () => string | undefined) {
  const answerError = (answer: Answer, path: string): EngineError =>
    answer.status === 404
      ? new EngineError(missing(answer, path, access))
      : client.answerError(answer, version());

  const read = async <T>(call: Call, parse: (text: string) => T | undefined): Promise<T> => {
    const answer = await client.ask(call);
    if (answer.status !== 200) {
      throw answerError(answer, call.path);
    }

    const found = isPage(answer) ? undefined : parse(client.hideLong(answer.text));
    if (found === undefined) {
      throw new EngineError(notRay(answer, access));
    }

    return found;
  };

  return { read, answerError };
}

/** The whole log of a job, which grows with its tasks. */
const logMost: Most = { bytes: 64_000_000, time: 120_000 };

const nodesCall: Call = { method: 'GET', path: nodesPath, most: nodesMost };

const get = (path: string): Call => ({ method: 'GET', path });

const pathOf = (id: string): string => `/api/jobs/${encodeURIComponent(id)}`;

/** From the log's first byte, polled by Ray ten times a second; `format=text` keeps Ray's own markers out. */
const streamPath = (id: string, node: string): string =>
  `/api/v0/logs/stream?${new URLSearchParams({
    node_id: node,
    filename: `job-driver-${id}.log`,
    lines: '-1',
    interval: '0.1',
    format: 'text',
  }).toString()}`;

function versionOf(text: string): RayVersion | undefined {
  const answer = parseJson(text);
  const ray = textAt(answer, 'ray_version');
  const session = textAt(answer, 'session_name') ?? '';
  return ray === undefined || !/^[\w.+-]{1,100}$/.test(ray)
    ? undefined
    : { ray, ...(/^\w[\w-]{0,99}$/.test(session) && { session }) };
}

function logsOf(text: string): string | undefined {
  const logs = valueAt(parseJson(text), 'logs');
  return typeof logs === 'string' ? logs : undefined;
}

function stoppedOf(text: string): boolean | undefined {
  const stopped = valueAt(parseJson(text), 'stopped');
  return typeof stopped === 'boolean' ? stopped : undefined;
}
