import { needsCluster } from '../plan/engines.ts';
import type { CpusWaited } from '../plan/ray.ts';
import type { Settings } from '../plan/settings.ts';
import { tasksAsked } from '../plan/task-count.ts';
import type { Observe } from '../profile/event.ts';
import type { State } from '../profile/state.ts';
import type { Timing } from '../timing.ts';
import type { Milliseconds } from '../units.ts';
import type { Session } from './session.ts';

export type CpuWaitRequest = Pick<Session, 'state' | 'subscribe'> & {
  readonly now: Timing['now'];
  readonly observe: Observe;
  /** Resolves when the cluster has the CPUs, or when the time is over. */
  readonly demand: (cpus: number, most: Milliseconds) => Promise<void>;
};

/**
 * Waits for the CPUs of a cluster as the settings ask: one for each task where their number is given, else the first.
 * Undefined if it need not wait. It reports how long the first and all of them took.
 */
export async function waitForCpus(
  request: CpuWaitRequest,
  settings: Settings,
): Promise<CpusWaited | undefined> {
  const { state, now, observe, demand } = request;
  const { rayWait: most } = settings;
  if (!needsCluster(settings.engines)) {
    return undefined;
  }

  const tasks = tasksAsked(settings);
  const wanted = typeof tasks === 'number' ? tasks : 1;
  const before = cpusIn(state());
  if (most === undefined || before === undefined || before >= wanted) {
    return undefined;
  }

  const began = now();
  const times = timesOf(request, { wanted, began });
  observe({ type: 'cpus-awaited', cpus: wanted, most });
  try {
    await demand(wanted, most);
  } finally {
    times.stop();
    observe({ type: 'cpu-wait-ended' });
  }

  return { wanted, cpus: cpusIn(state()) ?? 0, most, time: now() - began, ...times.found() };
}

/** Undefined while no cluster is reached. */
const cpusIn = ({ cluster }: State): number | undefined =>
  cluster?.status === 'reached' ? cluster.cluster.cpus : undefined;

type Since = { readonly wanted: number; readonly began: Milliseconds };

function timesOf(
  { state, subscribe, now }: Pick<CpuWaitRequest, 'state' | 'subscribe' | 'now'>,
  { wanted, began }: Since,
) {
  let first: Milliseconds | undefined;
  let all: Milliseconds | undefined;
  const look = () => {
    const cpus = cpusIn(state()) ?? 0;
    first ??= cpus > 0 ? now() - began : undefined;
    all ??= cpus >= wanted ? now() - began : undefined;
  };
  look();
  const stop = subscribe(look);
  return {
    stop,
    found: (): Pick<CpusWaited, 'first' | 'all'> => ({
      ...(first === undefined ? {} : { first }),
      ...(all === undefined ? {} : { all }),
    }),
  };
}
