import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from '../../../core/failure.ts';
import { parsedJson, textAt, valueAt } from './answers.ts';
import { rayClient, type Call, type RayAccess, type RayClient } from './client.ts';
import { notRay, isPage } from './http-failures.ts';
import type { Answer } from './http.ts';
import { jobInfo, type JobInfo } from './job-info.ts';
import { missing } from './missing.ts';
import { aliveNodes, nodesPath, type RayNode } from './nodes.ts';
import { uploadPackage } from './packages.ts';
import { submitted, type JobRequest } from './submission.ts';
import { tooOld, tooOldFailure } from './version.ts';

/** Ray's Jobs API, as far as fibtui needs it; everything rejects with an `EngineError`. */
export type RayJobs = {
  readonly version: () => Promise<{ readonly ray: string; readonly session: string }>;
  readonly authenticationMode: () => Promise<'disabled' | 'token'>;
  /** Alive ones only. */
  readonly nodes: () => Promise<readonly RayNode[]>;
  /** Uploads the zip unless the cluster has it; its gcs:// URI. Undefined where the cluster or a proxy takes no upload: then the driver goes inline. */
  readonly upload: (zip: Uint8Array) => Promise<string | undefined>;
  /** Safe to repeat: an id that exists already counts as submitted. */
  readonly submit: (job: JobRequest) => Promise<void>;
  readonly info: (id: string) => Promise<JobInfo>;
  readonly logs: (id: string) => Promise<string>;
  /** The driver's log from its start, until the signal ends it or the stream breaks (then it rejects or resolves). */
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
  readonly pause?: (milliseconds: number) => Promise<void>;
};

/** A client for one cluster; it asks nothing before its first call. */
export function rayJobs({ pause = sleep, ...access }: RayJobsRequest): RayJobs {
  const client = rayClient(access);
  let known: string | undefined;
  const { good, refused } = answersOf(client, access, () => known);

  return {
    authenticationMode: client.mode,
    upload: async (zip) => uploadPackage(client, zip),

    async version() {
      const { ray, session } = await good(get('/api/version'), versionOf);
      if (tooOld(ray)) {
        throw new EngineError(tooOldFailure(ray, access));
      }

      known = ray;
      return { ray, session };
    },

    /** A head that has just started says for a while that it has none. */
    async nodes() {
      let nodes = await good(get(nodesPath), aliveNodes);
      for (let again = 0; nodes.length === 0 && again < 10; again += 1) {
        await pause(500);
        nodes = await good(get(nodesPath), aliveNodes);
      }

      return nodes;
    },

    async submit(job) {
      const answer = await submitted(client, job, pause);
      if (answer) {
        throw refused(answer, '/api/jobs/');
      }
    },

    info: async (id) => good(get(pathOf(id)), (text) => jobInfo(text, client.clean)),
    logs: async (id) => client.visible(await good(get(`${pathOf(id)}/logs`), logsOf)),
    streamLogs: async ({ id, node, ...rest }) =>
      client.stream({ path: streamPath(id, node), ...rest }),

    stop: async (id) =>
      good({ method: 'POST', path: `${pathOf(id)}/stop`, repeatable: true }, stoppedOf),

    async remove(id) {
      const answer = await client.ask({ method: 'DELETE', path: pathOf(id) });
      if (answer.status !== 200 && answer.status !== 404) {
        throw refused(answer, pathOf(id));
      }
    },
  };
}

/** Tells good answers from others; the version, once it is known, goes into what is said of them. */
function answersOf(client: RayClient, access: RayAccess, version: () => string | undefined) {
  const refused = (answer: Answer, path: string): EngineError =>
    answer.status === 404
      ? new EngineError(missing(answer, path, access))
      : client.refused(answer, version());

  const good = async <T>(call: Call, read: (text: string) => T | undefined): Promise<T> => {
    const answer = await client.ask(call);
    if (answer.status !== 200) {
      throw refused(answer, call.path);
    }

    const found = isPage(answer) ? undefined : read(answer.text);
    if (found === undefined) {
      throw new EngineError(notRay(answer, access));
    }

    return found;
  };

  return { good, refused };
}

const get = (path: string): Call => ({ method: 'GET', path });

const pathOf = (id: string): string => `/api/jobs/${encodeURIComponent(id)}`;

/** From the log's first byte, looked at ten times a second; `format=text` keeps Ray's own marks out. */
const streamPath = (id: string, node: string): string =>
  `/api/v0/logs/stream?${new URLSearchParams({
    node_id: node,
    filename: `job-driver-${id}.log`,
    lines: '-1',
    interval: '0.1',
    format: 'text',
  }).toString()}`;

function versionOf(text: string) {
  const said = parsedJson(text);
  const ray = textAt(said, 'ray_version');
  return ray === undefined ? undefined : { ray, session: textAt(said, 'session_name') ?? '' };
}

function logsOf(text: string): string | undefined {
  const logs = valueAt(parsedJson(text), 'logs');
  return typeof logs === 'string' ? logs : undefined;
}

function stoppedOf(text: string): boolean | undefined {
  const stopped = valueAt(parsedJson(text), 'stopped');
  return typeof stopped === 'boolean' ? stopped : undefined;
}
