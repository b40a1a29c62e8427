import { createLatestCache } from '../latest-cache.ts';
import { timeIn, totalOf } from '../profile/span-times.ts';
import type { Spans } from '../profile/spans.ts';
import type { Milliseconds, Share } from '../units.ts';

/** Shares of the time that the workers of a pass had. */
export type WorkerShares = {
  /** Parts of the time in tasks; NaN if a task does not report it. */
  readonly onCpu: Share;
  readonly waiting: Share;
  readonly blocked: Share;
  readonly noTask: Share;
};

const cached = createLatestCache<Spans, WorkerShares>();

/** @param time What each worker had, from the moment that its first task could begin. */
export const workerShares = (spans: Spans, workers: number, time: Milliseconds): WorkerShares =>
  cached(spans, [workers, time], () => {
    // Times of a task come from clocks of different resolution: their rest may be below 0.
    const share = (part: Milliseconds) =>
      Math.min(Math.max(part / Math.max(workers * time, Number.MIN_VALUE), 0), 1);
    return {
      onCpu: share(totalOf(spans, 'onCpu')),
      waiting: share(totalOf(spans, 'waiting')),
      blocked: share(totalOf(spans, 'blocked')),
      noTask: 1 - share(timeIn(spans)),
    };
  });
