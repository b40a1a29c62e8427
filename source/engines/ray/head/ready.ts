import type { Milliseconds } from '../../../core/units.ts';
import { rayHttp } from '../api/http.ts';
import { aliveNodes, nodesPath } from '../api/nodes.ts';
import { answerOf, pause } from '../../system/pause.ts';
import { admitOwn, isTaken } from './listeners.ts';
import { urlOf, type HeadPorts } from './ports.ts';

export type ReadyRequest = {
  readonly ports: HeadPorts;
  /** Whether its node has to share out CPUs. */
  readonly sharesCpus: boolean;
  readonly token: string | undefined;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
};

/** While it starts it may take a question and stay silent. */
const patience: Milliseconds = 1000;
const between: Milliseconds = 100;

/**
 * Waits until a head takes jobs: its dashboard answers, its node shares out its CPUs, and the agent there is up,
 * without which the first job would be handed in for seconds. `taken` where a program of another user listens on one
 * of its ports, `silent` where the signal comes first.
 */
export async function becomesReady(request: ReadyRequest): Promise<'ready' | 'taken' | 'silent'> {
  const { ports, signal } = request;
  const isReady = readiness(request);
  while (!signal.aborted) {
    if (await isTaken(Object.values(ports))) {
      return 'taken';
    }

    if (await isReady()) {
      return 'ready';
    }

    await pause(between, signal);
  }

  return 'silent';
}

function readiness({ ports, sharesCpus, token, signal }: ReadyRequest) {
  // Ray 2.10 fails on a request without it.
  const plain = { 'user-agent': 'fibtui' };
  const named = token === undefined ? plain : { ...plain, authorization: `Bearer ${token}` };
  const dashboard = httpAt(ports.dashboard);
  const agent = httpAt(ports.agent);
  const textAt = async (path: string) => {
    const answer = await answerOf(dashboard.ask({ method: 'GET', path, headers: named }), signal);
    return answer?.status === 200 ? answer.text : '';
  };
  // Its health is for everybody: the token stays here.
  const health = { method: 'GET', path: '/api/local_raylet_healthz', headers: plain } as const;

  return async () =>
    (await textAt('/api/version')) !== '' &&
    (aliveNodes(await textAt(nodesPath)) ?? []).some(({ cpus }) => !sharesCpus || cpus > 0) &&
    (await answerOf(agent.ask(health), signal)) !== undefined;
}

const httpAt = (port: number) =>
  rayHttp({
    address: { base: urlOf(port), from: 'fibtui' },
    patience: { idle: patience, post: patience },
    admit: async () => admitOwn(port),
  });
