import { spawn, type ChildProcess } from 'node:child_process';
import { called } from '../../system/pause.ts';
import { makeFolder, removeFolder, type HeadFolder } from './folder.ts';
import { rayEnvironment, type Environment } from './head-environment.ts';
import { keeper } from './keeper.ts';
import { headPorts, type HeadPorts } from './ports.ts';

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
  /** Takes a sentence about what could not be tidied up. */
  readonly onLeftover?: (sentence: string) => void;
};

/** The processes of a head, from the first moment on. */
export type HeadProcess = {
  readonly ports: HeadPorts;
  /** Of the process below which all others hang. */
  readonly pid: number;
  readonly folder: HeadFolder;
  /** Comes when the last of its processes has ended. */
  readonly ended: AbortSignal;
  /** The last lines that it said. */
  readonly said: () => string;
  /** Resolves when none of its processes is left, with a sentence where something of its folder is. */
  readonly close: () => Promise<string | undefined>;
};

/** Starts one, on ports on which nobody listens yet. */
export async function spawnHead({ python, cpus, env, token }: HeadRequest): Promise<HeadProcess> {
  const folder = await makeFolder();
  const ports = await headPorts();
  const start = startArguments(folder, ports);
  const shares = cpus === undefined ? [] : [`--num-cpus=${cpus}`];
  const child = spawn(python, ['-c', keeper, folder.path, python, ...start, ...shares], {
    env: rayEnvironment(env, folder, token),
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
    ports,
    pid: child.pid ?? 0,
    folder,
    ended: ended.signal,
    said: listen(child),
    async close() {
      child.stdin.end();
      await called(ended.signal);
      return removeFolder(folder);
    },
  };
}

const startArguments = (
  { ray }: HeadFolder,
  { dashboard, agent, client }: HeadPorts,
): readonly string[] => [
  '-m',
  'ray.scripts.scripts',
  'start',
  '--head',
  '--block',
  // The system's own choice, bound at once: every process of Ray sends the token there, so nobody may come first.
  '--port=0',
  '--dashboard-host=127.0.0.1',
  `--dashboard-port=${dashboard}`,
  `--dashboard-agent-listen-port=${agent}`,
  `--ray-client-server-port=${client}`,
  // Again the system's: no worker asks for a port that another program holds.
  '--min-worker-port=0',
  '--max-worker-port=0',
  // Near the least that Ray takes: what tasks tell is small, and lies elsewhere.
  '--object-store-memory=80000000',
  `--temp-dir=${ray}`,
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
