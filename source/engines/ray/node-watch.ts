import type { NodeChanges } from '../../core/plan/ray.ts';
import { changesText } from '../../core/plan/ray-text.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { RayJobs } from './api/jobs.ts';
import type { RayNode } from './api/nodes.ts';
import { answerUnlessAborted, pause } from './abortable.ts';

export type NodeWatchRequest = {
  readonly jobs: Pick<RayJobs, 'nodes'>;
  /** The nodes when the pass begins; undefined if the cluster does not list them. */
  readonly before: readonly RayNode[] | undefined;
  readonly signal: AbortSignal;
  readonly onNote: (note: string) => void;
};

/** Listing the nodes costs a large cluster's head some work, and a node takes seconds to join. */
const period: Milliseconds = 5000;

/** Watches which nodes join and leave, until `end`, which looks a last time. */
export function watchNodes({ jobs, before, signal, onNote }: NodeWatchRequest) {
  const stop = new AbortController();
  const watching = AbortSignal.any([signal, stop.signal]);
  let latest = before;
  const joined = new Map<string, string>();
  const left = new Map<string, string>();

  const look = async (limit: AbortSignal) => {
    const now = latest && (await answerUnlessAborted(jobs.nodes(), limit));
    if (!now || !latest || now.length === 0) {
      return;
    }

    const fresh = differing(now, latest);
    const gone = differing(latest, now);
    latest = now;
    fresh.forEach(({ id, name }) => joined.set(id, name));
    gone.forEach(({ id, name }) => left.set(id, name));
    if (fresh.length + gone.length > 0) {
      onNote(changesText({ joined: namesOf(fresh), left: namesOf(gone) }));
    }
  };

  const keepLooking = async () => {
    while (!watching.aborted) {
      await pause(period, watching);
      await look(watching);
    }
  };
  if (before) {
    void keepLooking();
  }

  return {
    /** The changes since the beginning; absent if there are none. */
    end: async (): Promise<{ readonly changes?: NodeChanges }> => {
      stop.abort();
      await look(signal);
      return joined.size + left.size > 0
        ? { changes: { joined: [...joined.values()], left: [...left.values()] } }
        : {};
    },
  };
}

const differing = (these: readonly RayNode[], others: readonly RayNode[]): readonly RayNode[] => {
  const known = new Set(others.map(({ id }) => id));
  return these.filter(({ id }) => !known.has(id));
};

const namesOf = (nodes: readonly RayNode[]): readonly string[] => nodes.map(({ name }) => name);
