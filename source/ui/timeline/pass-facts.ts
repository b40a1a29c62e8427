import { createLatestCache } from '../../core/latest-cache.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { Spans } from '../../core/profile/spans.ts';
import type { WorkerHistory } from '../../core/profile/worker-history.ts';
import { timelineFigures, type TimelineFigures } from '../../core/timeline/timeline-figures.ts';
import { timeAccountsOf, type TimeAccounts } from '../../core/timeline/timeline.ts';
import { workersOf, type PassWorker } from '../../core/timeline/worker-groups.ts';
import type { ShownPass } from './selection.ts';

/** Facts of a pass that do not depend on its visible part. */
export type PassFacts = {
  readonly workers: readonly PassWorker[];
  readonly accounts: TimeAccounts;
  /** Absent before the tasks are known. */
  readonly figures?: TimelineFigures;
};

/** Undefined if there is nothing to draw. */
export function factsOf({ case: planned, drawing }: ShownPass): PassFacts | undefined {
  switch (drawing.type) {
    case 'ended':
      return factsOfSpans(planned, drawing.spans);
    case 'running':
      return { workers: workersIn(planned, drawing.history), accounts: noAccounts };
    case 'missing':
      return undefined;
  }
}

const cached = createLatestCache<Spans, PassFacts>();

const factsOfSpans = ({ workers: planned }: Case, spans: Spans): PassFacts =>
  cached(spans, [planned], () => {
    const workers = workersOf(planned, spans);
    const figures = timelineFigures(spans, workers);
    return { workers, accounts: timeAccountsOf(spans), ...(figures ? { figures } : {}) };
  });

const noAccounts: TimeAccounts = { onCpu: false, waiting: false, unknown: false };

/** The planned workers of a running pass, and others that joined. */
function workersIn({ workers }: Case, history: WorkerHistory): readonly PassWorker[] {
  const latest = history.at(-1)?.workers ?? [];
  const isSpread = new Set(latest.map(({ node }) => node)).size > 1;
  return Array.from({ length: Math.max(workers, latest.length) }, (_, worker) => {
    const node = isSpread ? latest[worker]?.node : undefined;
    return node === undefined ? { worker } : { worker, node };
  });
}
