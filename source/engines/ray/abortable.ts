import { addAbortListener } from 'node:events';
import { promises as timers } from 'node:timers';
import type { Milliseconds } from '../../core/units.ts';

/** Resolves after `time`, or early if the signal aborts. */
export async function pause(time: Milliseconds, signal: AbortSignal): Promise<void> {
  await timers.setTimeout(time, undefined, { signal }).catch(() => {});
}

/** The result of the request; undefined if the signal aborts first. */
export async function unlessAborted<Result>(
  request: Promise<Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  let listener: Disposable | undefined;
  const aborted = new Promise<undefined>((resolve) => {
    listener = addAbortListener(signal, () => resolve(undefined));
  });
  try {
    return await Promise.race([request, aborted]);
  } finally {
    listener?.[Symbol.dispose]();
  }
}

/** The same, but a request that fails also gives undefined. */
export async function answerUnlessAborted<Answer>(
  request: Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  return unlessAborted(
    request.catch(() => undefined),
    signal,
  );
}

/** A signal that aborts with `signal`, and after `time` at the latest. */
export function withLimit(time: Milliseconds, signal: AbortSignal): AbortSignal {
  // It takes whole numbers only.
  const limit = AbortSignal.timeout(Math.ceil(time));
  // Node 20 collects a timeout that only `AbortSignal.any` refers to, and it never fires. A listener keeps it alive.
  limit.addEventListener('abort', () => {}, { once: true });
  return AbortSignal.any([limit, signal]);
}
