import { EngineError, failureOf, type Failure } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { pause } from '../abortable.ts';

/** Whether the head of a cluster answers, and for how long it did not. */
export type Contact = {
  /** Something came from the head. */
  readonly heard: () => void;
  /** A request failed. Throws an `EngineError` once the head counts as lost. */
  readonly missed: (error: unknown) => void;
  /** Until the signal aborts, notices silence even while no request fails. */
  readonly listen: (signal: AbortSignal) => Promise<void>;
  /** How long the head did not answer, all outages together. */
  readonly outOfTouch: () => Milliseconds;
};

export type ContactRequest = {
  readonly now: () => Milliseconds;
  /** How long a head that does not answer is asked again. */
  readonly patience: Milliseconds;
  /** The failure of a lost head, from that of the last request. */
  readonly lost: (cause: Failure) => Failure;
  /** Told of each outage when it is noticed, with its time so far, and when it is over. */
  readonly onOutage: (outage: Outage | undefined) => void;
};

export type Outage = { readonly silent: Milliseconds; readonly patience: Milliseconds };

/** A network or a head that comes back does so within this time. */
export const usualPatience: Milliseconds = 120_000;

/** How long something else than Ray may answer, and how long a head is asked after a time in which nobody asked. */
const leastPatience: Milliseconds = 10_000;

/** A driver says something every second. */
const noticeable: Milliseconds = 3000;
const checkPeriod: Milliseconds = 1000;

/** What a head that is cut off comes to: refused, reset, silent, slow, or a proxy that has nothing behind it. */
const outages: ReadonlySet<string> = new Set([
  'ray-unreachable',
  'ray-connection',
  'ray-silent',
  'ray-slow',
  'ray-gateway',
  'ray-proxy',
]);

export const isOutage = (error: unknown): boolean => outages.has(failureOf(error).code);

export function openContact({ now, patience, lost, onOutage }: ContactRequest): Contact {
  const silence = openSilence(now, (silent) =>
    onOutage(silent === undefined ? undefined : { silent, patience }),
  );
  const failing = openFailing(now);
  return {
    heard() {
      silence.end();
      failing.end();
    },
    missed(error) {
      const { failed, strange } = failing.add(error);
      const isLost = silence.lasts() >= patience && failed >= Math.min(patience, leastPatience);
      if (isLost || strange >= leastPatience) {
        throw new EngineError(lost(failureOf(error)));
      }

      silence.notice();
    },
    async listen(signal) {
      while (!signal.aborted) {
        await pause(checkPeriod, signal);
        if (!signal.aborted) {
          silence.notice();
        }
      }
    },
    outOfTouch: silence.total,
  };
}

/** The time since the last sign of life, and the sum of those times that were noticed. */
function openSilence(
  now: () => Milliseconds,
  onChange: (silent: Milliseconds | undefined) => void,
) {
  let heardAt = now();
  let total: Milliseconds = 0;
  let isNoticed = false;
  const lasts = () => now() - heardAt;
  return {
    lasts,
    total: () => total,
    notice() {
      if (!isNoticed && lasts() >= noticeable) {
        isNoticed = true;
        onChange(lasts());
      }
    },
    end() {
      if (isNoticed) {
        isNoticed = false;
        total += lasts();
        onChange(undefined);
      }

      heardAt = now();
    },
  };
}

/** For how long all requests have failed, and for how long something else than Ray has answered them. */
function openFailing(now: () => Milliseconds) {
  let failedFrom: Milliseconds | undefined;
  let strangeFrom: Milliseconds | undefined;
  return {
    add(error: unknown) {
      const at = now();
      failedFrom ??= at;
      strangeFrom = isOutage(error) ? undefined : (strangeFrom ?? at);
      return { failed: at - failedFrom, strange: at - (strangeFrom ?? at) };
    },
    end() {
      failedFrom = undefined;
      strangeFrom = undefined;
    },
  };
}
