import type { Milliseconds } from '../../core/units.ts';

/** Resolves after a while, or as soon as the signal comes. */
export async function pause(time: Milliseconds, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }

    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, time);
    signal.addEventListener('abort', done, { once: true });
  });
}

/** What a request comes to; undefined where the signal comes first. */
export async function orCalled<Answer>(
  request: Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const over = new AbortController();
  try {
    return await Promise.race([request, called(signal, over.signal)]);
  } finally {
    over.abort();
  }
}

/** The same, and undefined also where the request fails. */
export async function answerOf<Answer>(
  request: Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  return orCalled(
    request.catch(() => undefined),
    signal,
  );
}

/** Resolves when one of the signals comes. */
export async function called(...signals: readonly AbortSignal[]): Promise<undefined> {
  return new Promise((resolve) => {
    const done = () => {
      for (const signal of signals) {
        signal.removeEventListener('abort', done);
      }

      resolve(undefined);
    };
    for (const signal of signals) {
      signal.addEventListener('abort', done);
    }

    if (signals.some(({ aborted }) => aborted)) {
      done();
    }
  });
}

/** Runs `work` with a signal that comes after so long; the timer ends with the work. */
export async function within<Result>(
  time: Milliseconds,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), time);
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
  }
}
