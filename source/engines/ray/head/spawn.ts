import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { lastText } from '../../system/last-text.ts';
import { makeFolder, removeFolder, type HeadFolder } from './folder.ts';
import { rayEnvironment, type Environment } from './head-environment.ts';
import { headPorts, type HeadPorts } from './ports.ts';
import { reaper } from './reaper.ts';

export type HeadRequest = {
  /** A Python that has ray[default]. */
  readonly python: string;
  /** CPUs that Ray offers to tasks; all that it finds if left out. */
  readonly cpus?: number;
  /** The environment to start it in; RAY_* variables are ignored. */
  readonly env: Environment;
  /** The head requires this token; none if left out. */
  readonly token?: string;
  /** Cancels the start. */
  readonly signal?: AbortSignal;
  /** Receives a sentence about what could not be removed. */
  readonly onLeftover?: (sentence: string) => void;
};

/** The processes of a head, ready or not. */
export type HeadProcess = {
  readonly ports: HeadPorts;
  /** The ancestor of all its processes. */
  readonly pid: number;
  readonly folder: HeadFolder;
  /** Aborts when the last of its processes has ended. */
  readonly ended: AbortSignal;
  /** The end of its output. */
  readonly output: () => string;
  /** Resolves when all its processes have ended, with a sentence if its folder could not be removed. */
  readonly close: () => Promise<string | undefined>;
};

/** Starts a head on free ports. */
export async function spawnHead({ python, cpus, env, token }: HeadRequest): Promise<HeadProcess> {
  const folder = await makeFolder();
  const ports = await headPorts();
  const start = startArguments(folder, ports);
  const cpuLimit = cpus === undefined ? [] : [`--num-cpus=${cpus}`];
  const child = spawn(python, ['-c', reaper, folder.path, python, ...start, ...cpuLimit], {
    env: rayEnvironment(env, folder, token),
    // Ctrl+C must reach fibtui only, which then closes the head.
    detached: true,
  });
  const ended = new AbortController();
  // `close`, not `exit`: at `exit` its output may still be on its way.
  child.once('close', () => ended.abort());
  child.once('error', () => ended.abort());
  // Writing fails once it has ended by itself.
  child.stdin.on('error', () => ended.abort());
  return {
    ports,
    pid: child.pid ?? 0,
    folder,
    ended: ended.signal,
    output: collectOutput(child),
    async close() {
      child.stdin.end();
      if (!ended.signal.aborted) {
        await once(ended.signal, 'abort');
      }

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
  // Port 0: the system chooses and Ray binds at once. Every Ray process sends the token there, so no other program may take it first.
  '--port=0',
  '--dashboard-host=127.0.0.1',
  `--dashboard-port=${dashboard}`,
  `--dashboard-agent-listen-port=${agent}`,
  `--ray-client-server-port=${client}`,
  // Port 0 again, so that no worker asks for a port that another program holds.
  '--min-worker-port=0',
  '--max-worker-port=0',
  // Close to Ray's minimum: the tasks' reports are small and do not go through the object store.
  '--object-store-memory=80000000',
  `--temp-dir=${ray}`,
  '--include-dashboard=true',
  '--disable-usage-stats',
];

/** The end of what the child prints, or why it could not be started. */
function collectOutput(child: ChildProcess): () => string {
  let refusal: string | undefined;
  child.once('error', ({ message }) => (refusal = message));
  const printed = lastText(child.stdout, child.stderr);
  return () => refusal ?? printed();
}
