import { byWorker, timeIn, totalOf } from '../../profile/span-times.ts';
import type { Spans } from '../../profile/spans.ts';
import type { Milliseconds } from '../../units.ts';

/** When the tasks of a pass ran; spans count from its start. */
export type Timing = {
  readonly wall: Milliseconds;
  readonly spans: Spans;
};

/** Splits P workers × the wall of a pass into useful time and losses. A negative loss is a gain. */
export type Budget = {
  /** B = P · T_pool, in core time. */
  readonly total: Milliseconds;
  /** T₁: the time of the tasks when run one after another. */
  readonly useful: Milliseconds;
  /** Until each worker's first task. */
  readonly dispatch: Milliseconds;
  /** From each worker's last task to the end of the pass; the whole pass if it had none. */
  readonly idle: Milliseconds;
  /** Between consecutive tasks of each worker. */
  readonly gaps: Milliseconds;
  /** The remainder: 0 apart from rounding, unless a task or a worker was counted twice. */
  readonly residual: Milliseconds;
} & (SplitInflation | WholeInflation);

/** How much longer the tasks took side by side, if the system reports what their threads did. */
type SplitInflation = {
  /** More time on a CPU: siblings, clock, caches, memory. */
  readonly slower: Milliseconds;
  /** More time in the run queue. */
  readonly waiting: Milliseconds;
  readonly blocked: Milliseconds;
};

/** The same if it does not. */
type WholeInflation = { readonly inflation: Milliseconds };

/**
 * The budget of a pass, against the same tasks one after another.
 * B = T₁ + (ΣU − T₁) + Σ(b_w − t₀) + Σ(t_end − e_w) + Σ gaps_w: an identity.
 */
export function budgetOf(pass: Timing, workers: number, local: Timing): Budget {
  const total = workers * pass.wall;
  const useful = timeIn(local.spans);
  const used = accountsOf(pass.spans);
  const unused = Math.max(0, workers - used.length) * pass.wall;
  const parts = {
    dispatch: sum(used.map(({ begin }) => begin)),
    idle: sum(used.map(({ end }) => pass.wall - end)) + unused,
    gaps: sum(used.map(({ gaps }) => gaps)),
    ...inflationOf(pass, local),
  };
  const residual = total - useful - sum(Object.values(parts));
  return { total, useful, ...parts, residual };
}

export type WorkerAccount = {
  /** Start of its first task. */
  readonly begin: Milliseconds;
  /** End of its last task. */
  readonly end: Milliseconds;
  /** Sum of the gaps between its tasks. */
  readonly gaps: Milliseconds;
};

/** One for each worker that had a task. */
export const accountsOf = (spans: Spans): readonly WorkerAccount[] =>
  [...byWorker(spans).values()].map((tasks) => {
    const first = tasks[0]!;
    const last = tasks.at(-1);
    let gaps = 0;
    for (let place = 1; place < tasks.length; place++) {
      gaps += spans.start[tasks[place]!]! - spans.end[tasks[place - 1]!]!;
    }

    return { begin: spans.start[first]!, end: spans.end[last]!, gaps };
  });

function inflationOf(pass: Timing, local: Timing): SplitInflation | WholeInflation {
  const [after, before] = [splitOf(pass), splitOf(local)];
  return after && before
    ? {
        slower: after.onCpu - before.onCpu,
        waiting: after.waiting - before.waiting,
        blocked: after.blocked - before.blocked,
      }
    : { inflation: timeIn(pass.spans) - timeIn(local.spans) };
}

/** Undefined if a task lacks its account. */
function splitOf({ spans }: Timing) {
  const onCpu = totalOf(spans, 'onCpu');
  const waiting = totalOf(spans, 'waiting');
  const blocked = totalOf(spans, 'blocked');
  return Number.isNaN(onCpu + waiting + blocked) ? undefined : { onCpu, waiting, blocked };
}

const sum = (times: readonly Milliseconds[]): Milliseconds =>
  times.reduce((total, time) => total + time, 0);
