import type { Event, Observe } from '../../core/profile/event.ts';
import { sliceOf } from '../../core/profile/span-slices.ts';
import type { Spans } from '../../core/profile/spans.ts';
import { samplePeriod } from '../../core/sample-period.ts';
import type { Milliseconds } from '../../core/units.ts';
import { settledWithin } from '../../machine/settled-within.ts';
import type { Told } from '../border.ts';

/** Resolves when it is in the pipe. */
export type Tell = (told: Told) => Promise<void>;

export type Outbox = {
  readonly observe: Observe;
  readonly send: (told: Told) => void;
  /** Reports the time, unless another report was just sent and there is no account to add. */
  readonly mark: (account: { readonly own?: Milliseconds }) => void;
  /** Resolves when all reports are in the pipe, or after 200 ms. */
  readonly passedOn: () => Promise<void>;
};

/** A pass waits so long for a watcher that does not read. */
const longestWait: Milliseconds = 200;

/** A timer may be early by so much, and a report late. */
const tolerance: Milliseconds = 10;

/** A sign of life is only sent after this long without another report. Each one wakes the program that draws. */
const quiet: Milliseconds = samplePeriod - tolerance;

/** Stamps what happens with the time since the session began, and tells it. During a pass no spans are told. */
export function openOutbox(tell: Tell, now: () => Milliseconds): Outbox {
  const slices = openSlices(tell);
  let latest: Milliseconds = 0;
  let told: Promise<unknown> = Promise.resolve();
  const send = (message: Told) => {
    latest = now();
    told = tell(message);
  };

  const tellEvent = (event: Event) => {
    if (event.type === 'pass-finished' && event.outcome.status === 'finished') {
      const { spans, ...outcome } = event.outcome;
      send({ type: 'finished', event: { ...event, outcome } });
      slices.add(event.pass.index, spans);
    } else {
      send({ type: 'happened', event });
    }
  };

  return {
    send,
    observe(event) {
      if (event.type === 'pass-started') {
        slices.pause();
      }

      tellEvent({ ...event, at: now() });
      if (event.type === 'pass-finished') {
        slices.resume();
      }
    },
    mark(account) {
      const at = now();
      if (at - latest >= quiet || account.own !== undefined) {
        send({ type: 'mark', at, ...account });
      }
    },
    passedOn: async () => settledWithin(Promise.all([told, slices.sent()]), longestWait),
  };
}

/** About 100 kB: a slice that is on its way when the next pass begins is little work. */
const sliceTasks = 2500;

type Part = { readonly pass: number; readonly spans: Spans; readonly from: number };

/** Tells spans slice by slice, each one when the one before is in the pipe. */
function openSlices(tell: Tell) {
  let parts: readonly Part[] = [];
  let isPaused = false;
  let isPumping = false;
  let pumped = Promise.resolve();

  const next = (): Part | undefined => (isPaused ? undefined : parts[0]);

  const pump = async () => {
    isPumping = true;
    for (let part = next(); part; part = next()) {
      const { pass, spans, from } = part;
      parts = parts.slice(1);
      await tell({ type: 'spans', pass, slice: sliceOf(spans, from, from + sliceTasks) });
    }

    isPumping = false;
  };

  const resume = () => {
    isPaused = false;
    if (!isPumping) {
      pumped = pump();
    }
  };

  return {
    resume,
    pause: () => void (isPaused = true),
    sent: async () => pumped,
    add(pass: number, spans: Spans) {
      // Spans without any task have a slice as well.
      const count = Math.max(1, Math.ceil(spans.count / sliceTasks));
      const added = Array.from({ length: count }, (_, index) => index * sliceTasks);
      parts = [...parts, ...added.map((from) => ({ pass, spans, from }))];
    },
  };
}
