import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineError } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { makeHome, rayEnvironment, type Environment } from './head-environment.ts';
import { rayHttp } from '../api/http.ts';
import { keeper } from './keeper.ts';
import { aliveNodes, nodesPath } from '../api/nodes.ts';
import { answerOf, called, pause, within } from '../pause.ts';
import { freePorts } from './ports.ts';

export type HeadRequest = {
  /** A Python that has ray[default]. */
  readonly python: string;
  /** Those that Ray shares out; what it finds where left out. */
  readonly cpus?: number;
  /** The environment to start it in; nothing of Ray's in it counts. */
  readonly env: Environment;
  /** The head asks for this token; for none where left out. */
  readonly token?: string;
  /** Ends a head that is still starting. */
  readonly signal?: AbortSignal;
};

/** A Ray head of fibtui's own. It ends, with all that it started, when this program does, however that ends. */
export type Head = {
  /** Of its dashboard. */
  readonly url: string;
  /** Where other nodes and drivers on this machine find it. */
  readonly address: string;
  /** Of the process below which all of the head's processes hang. */
  readonly pid: number;
  /** Resolves when none of its processes is left. */
  readonly close: () => Promise<void>;
};

const startLimit: Milliseconds = 90_000;
/** While it starts it may take a question and stay silent. */
const patience: Milliseconds = 1000;
const between: Milliseconds = 100;

/** Starts a head that listens on 127.0.0.1 alone, and waits until it takes jobs; rejects with an `EngineError`. */
export async function startHead(request: HeadRequest): Promise<Head> {
  const head = await spawnHead(request);
  const { signal = new AbortController().signal } = request;
  try {
    const ready = await within(startLimit, async (limit) =>
      becomesReady(head, request, AbortSignal.any([limit, signal, head.ended])),
    );
    signal.throwIfAborted();
    if (!ready) {
      throw notStarted(head);
    }
  } catch (error) {
    await head.close();
    throw error;
  }

  return { url: head.url, address: head.address, pid: head.pid, close: head.close };
}

type Starting = Head & {
  /** Of the agent on its node, which takes the jobs. */
  readonly agent: string;
  /** Comes when the last of its processes has ended. */
  readonly ended: AbortSignal;
  /** The last lines that it said. */
  readonly said: () => string;
};

async function spawnHead({ python, cpus, env, token }: HeadRequest): Promise<Starting> {
  // Ray makes sockets below it, whose paths may have 107 characters.
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-'));
  const home = await makeHome(folder);
  const ports = await freePorts(4);
  const start = startArguments(folder, ports);
  const shares = cpus === undefined ? [] : [`--num-cpus=${cpus}`];
  const child = spawn(python, ['-c', keeper, folder, python, ...start, ...shares], {
    env: rayEnvironment(env, home, token),
    // Ctrl+C is for fibtui, which then closes the head.
    detached: true,
  });
  const ended = new AbortController();
  // Not its exit: what it said is still on its way then.
  child.once('close', () => ended.abort());
  child.once('error', () => ended.abort());
  // It has ended by itself.
  child.stdin.on('error', () => ended.abort());
  return {
    url: `http://127.0.0.1:${ports[1]}`,
    address: `127.0.0.1:${ports[0]}`,
    agent: `http://127.0.0.1:${ports[2]}`,
    pid: child.pid ?? 0,
    ended: ended.signal,
    said: listen(child),
    async close() {
      child.stdin.end();
      await called(ended.signal);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const startArguments = (
  folder: string,
  [gcs, dashboard, agent, client]: readonly number[],
): readonly string[] => [
  '-m',
  'ray.scripts.scripts',
  'start',
  '--head',
  '--block',
  `--port=${gcs}`,
  '--dashboard-host=127.0.0.1',
  `--dashboard-port=${dashboard}`,
  `--dashboard-agent-listen-port=${agent}`,
  `--ray-client-server-port=${client}`,
  // The system's own choice: no worker asks for a port that another program holds.
  '--min-worker-port=0',
  '--max-worker-port=0',
  // Near the least that Ray takes: what tasks tell is small, and lies elsewhere.
  '--object-store-memory=80000000',
  `--temp-dir=${folder}`,
  '--include-dashboard=true',
  '--disable-usage-stats',
];

function listen(child: ChildProcess): () => string {
  let said = '';
  child.once('error', ({ message }) => (said = message));
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)));
  }

  return () => said.trim();
}

/**
 * Whether it takes jobs before the signal comes: its dashboard answers, its node shares out its CPUs, and the agent
 * there is up, without which the first job would be handed in for seconds.
 */
async function becomesReady(
  { url, agent }: Starting,
  { cpus, token }: HeadRequest,
  signal: AbortSignal,
): Promise<boolean> {
  const http = httpAt(url);
  const headers = {
    // Ray 2.10 fails on a request without it.
    'user-agent': 'fibtui',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const textAt = async (path: string) => {
    const answer = await answerOf(http.ask({ method: 'GET', path, headers }), signal);
    return answer?.status === 200 ? answer.text : '';
  };
  const agentAnswers = async () =>
    (await answerOf(
      httpAt(agent).ask({ method: 'GET', path: '/api/local_raylet_healthz', headers }),
      signal,
    )) !== undefined;
  const isReady = async () =>
    (await textAt('/api/version')) !== '' &&
    (aliveNodes(await textAt(nodesPath)) ?? []).some((node) => cpus === 0 || node.cpus > 0) &&
    (await agentAnswers());

  while (!signal.aborted) {
    if (await isReady()) {
      return true;
    }

    await pause(between, signal);
  }

  return false;
}

const httpAt = (base: string) =>
  rayHttp({
    address: { base, from: 'fibtui' },
    patience: { idle: patience, post: patience },
  });

function notStarted({ ended, said }: Starting): EngineError {
  const last = said().split('\n').at(-1) ?? '';
  const why = ended.aborted ? `it ended at once${last && `: ${last}`}` : 'it did not answer';
  return new EngineError({
    code: 'ray-head',
    message: `Ray did not start on this machine: ${why}.`,
    hint: 'Try `ray start --head` with the same Python, or give another by --ray-python.',
  });
}
