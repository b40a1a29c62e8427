import type { Observe } from '../core/profile/event.ts';
import type { Milliseconds } from '../core/units.ts';
import type { Told } from './border.ts';

/** Resolves when the other side's pipe has it; never rejects. */
export type Tell = (told: Told) => Promise<void>;

export type Outbox = {
  readonly observe: Observe;
  readonly send: (told: Told) => void;
  /** Tells the time, unless something else has just been told. */
  readonly mark: (account: { readonly own?: Milliseconds }) => void;
  /** Resolves when what was told is in the pipe, or after 200 ms. */
  readonly passedOn: () => Promise<void>;
};

/** A pass waits so long for a watcher that does not read. */
const longestWait: Milliseconds = 200;

/** A sign of life is only needed when nothing else has been told for so long. */
const quiet: Milliseconds = 200;

/** Stamps what happens with the time since the session began, and tells it. */
export function openOutbox(tell: Tell, now: () => Milliseconds): Outbox {
  let latest: Milliseconds = 0;
  let told: Promise<unknown> = Promise.resolve();
  const send = (message: Told) => {
    latest = now();
    told = tell(message);
  };
  return {
    send,
    observe: (event) => send({ type: 'happened', event: { ...event, at: now() } }),
    mark(account) {
      const at = now();
      if (at - latest >= quiet) {
        send({ type: 'mark', at, ...account });
      }
    },
    passedOn: async () => within(told, longestWait),
  };
}

async function within(work: Promise<unknown>, time: Milliseconds): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, time)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
