import type { Milliseconds } from '../../../core/units.ts';
import { rayHttp } from '../api/http.ts';
import { aliveNodes, nodesPath } from '../api/nodes.ts';
import { answerUnlessAborted, pause } from '../abortable.ts';
import { admitOwn, isTaken } from './listeners.ts';
import { urlOf, type HeadPorts } from './ports.ts';

export type ReadyRequest = {
  readonly ports: HeadPorts;
  /** Whether to wait until its node has CPUs. */
  readonly sharesCpus: boolean;
  readonly token: string | undefined;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
};

/** A head that is starting may accept a request and never answer it. */
const answerLimit: Milliseconds = 1000;
const checkPeriod: Milliseconds = 100;

/**
 * Waits until a head accepts jobs: the dashboard answers, the node has CPUs, and its agent is up (without the agent,
 * submitting the first job would take seconds). `taken` if another user's program listens on one of the ports,
 * `silent` if the signal aborts first.
 */
export async function waitUntilReady(request: ReadyRequest): Promise<'ready' | 'taken' | 'silent'> {
  const { ports, signal } = request;
  const isReady = readyCheck(request);
  while (!signal.aborted) {
    if (await isTaken(Object.values(ports))) {
      return 'taken';
    }

    if (await isReady()) {
      return 'ready';
    }

    await pause(checkPeriod, signal);
  }

  return 'silent';
}

function readyCheck({ ports, sharesCpus, token, signal }: ReadyRequest) {
  // Ray 2.10 fails on a request without a user agent.
  const plain = { 'user-agent': 'fibtui' };
  const authorized = token === undefined ? plain : { ...plain, authorization: `Bearer ${token}` };
  const dashboard = httpAt(ports.dashboard);
  const agent = httpAt(ports.agent);
  const textAt = async (path: string) => {
    const request = dashboard.ask({ method: 'GET', path, headers: authorized });
    const answer = await answerUnlessAborted(request, signal);
    return answer?.status === 200 ? answer.text : '';
  };
  // The agent's health check needs no token, so none is sent.
  const health = { method: 'GET', path: '/api/local_raylet_healthz', headers: plain } as const;

  return async () =>
    (await textAt('/api/version')) !== '' &&
    (aliveNodes(await textAt(nodesPath)) ?? []).some(({ cpus }) => !sharesCpus || cpus > 0) &&
    (await answerUnlessAborted(agent.ask(health), signal)) !== undefined;
}

const httpAt = (port: number) =>
  rayHttp({
    address: { base: urlOf(port), from: 'fibtui' },
    idleLimits: { usual: answerLimit, post: answerLimit },
    admit: async () => admitOwn(port),
  });
