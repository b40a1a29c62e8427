import type { Span } from '../../profile/pass.ts';
import type { Milliseconds } from '../../units.ts';

/** What of a pass tells where its time went; spans count from its start. */
export type Timing = {
  readonly wall: Milliseconds;
  readonly spans: readonly TimedTask[];
};

type TimedTask = Pick<Span, 'worker' | 'start' | 'end' | 'onCpu' | 'waiting' | 'blocked'>;

/**
 * Where P workers × the wall of a pass went: every worker's time is useful, or it is one of the losses. A loss may be
 * negative: what the tasks did not lose, they gained.
 */
export type Budget = {
  /** B = P · T_pool, in core-time. */
  readonly total: Milliseconds;
  /** T₁: what the tasks took one after another. */
  readonly useful: Milliseconds;
  /** Until each worker began with its first task. */
  readonly dispatch: Milliseconds;
  /** From each worker's last task to the end of the pass; all of the pass where it had none. */
  readonly idle: Milliseconds;
  /** Between two tasks of one worker. */
  readonly gaps: Milliseconds;
  /** What is left of the total: 0 but for rounding, unless a task or a worker was counted twice. */
  readonly residual: Milliseconds;
} & (SplitInflation | WholeInflation);

/** By how much the tasks took longer side by side, where the system tells what they did. */
type SplitInflation = {
  /** More time on a CPU: siblings, clock, caches, memory. */
  readonly slower: Milliseconds;
  /** More time in the run queue. */
  readonly waiting: Milliseconds;
  readonly blocked: Milliseconds;
};

/** The same where it does not. */
type WholeInflation = { readonly inflation: Milliseconds };

/**
 * The budget of a pass on so many workers, against the same tasks one after another.
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

/** Core-time in tasks: Σ of their durations. */
export const timeIn = (spans: readonly Pick<Span, 'start' | 'end'>[]): Milliseconds =>
  spans.reduce((total, { start, end }) => total + (end - start), 0);

export type WorkerAccount = {
  /** Of its first task. */
  readonly begin: Milliseconds;
  /** Of its last one. */
  readonly end: Milliseconds;
  /** Between them, all together. */
  readonly gaps: Milliseconds;
};

/** Of every worker that had a task. */
export const accountsOf = (
  spans: readonly Pick<Span, 'worker' | 'start' | 'end'>[],
): readonly WorkerAccount[] =>
  [...byWorker(spans).values()].map((tasks) => {
    const inOrder = tasks.toSorted((one, other) => one.start - other.start);
    const pauses = inOrder.slice(1).map(({ start }, index) => start - inOrder[index]!.end);
    return { begin: inOrder[0]!.start, end: inOrder.at(-1).end, gaps: sum(pauses) };
  });

/** The tasks of every worker that had one. */
export function byWorker<Task extends Pick<Span, 'worker'>>(
  spans: readonly Task[],
): ReadonlyMap<number, readonly Task[]> {
  const found = new Map<number, Task[]>();
  for (const span of spans) {
    const tasks = found.get(span.worker);
    if (tasks) {
      tasks.push(span);
    } else {
      found.set(span.worker, [span]);
    }
  }

  return found;
}

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

/** What all tasks did; undefined where one of them does not tell. */
function splitOf({ spans }: Timing) {
  const total = { onCpu: 0, waiting: 0, blocked: 0 };
  for (const { onCpu, waiting, blocked } of spans) {
    if (onCpu === undefined || waiting === undefined || blocked === undefined) {
      return undefined;
    }

    total.onCpu += onCpu;
    total.waiting += waiting;
    total.blocked += blocked;
  }

  return total;
}

const sum = (times: readonly Milliseconds[]): Milliseconds =>
  times.reduce((total, time) => total + time, 0);
