import type { Waited } from '../plan/settings.ts';
import type { Observe } from '../profile/event.ts';
import type { State } from '../profile/state.ts';
import { isQuiet } from '../report/trust/quiet.ts';
import type { Timing } from '../timing.ts';
import type { Milliseconds } from '../units.ts';
import type { Session } from './session.ts';

export type QuietRequest = Pick<Session, 'state' | 'subscribe'> & {
  readonly timing: Timing;
  readonly observe: Observe;
};

export type QuietLimits = {
  readonly most: Milliseconds;
  /** Ends the waiting; the promise rejects with its reason. */
  readonly signal?: AbortSignal;
};

/** The machine has to be quiet for this long: a short pause of another program is none. */
export const longEnough: Milliseconds = 5000;

/** The longest wait, if the user names no other. */
export const defaultWait: Milliseconds = 60_000;

/** Resolves when the machine has been quiet for 5 s, or after `most`. An event says that a start is waiting. */
export async function untilQuiet(request: QuietRequest, limits: QuietLimits): Promise<Waited> {
  const { observe } = request;
  observe({ type: 'quiet-awaited', most: limits.most });
  return watched(request, limits).finally(() => observe({ type: 'quiet-wait-ended' }));
}

async function watched(
  { state, subscribe, timing: { now, after } }: QuietRequest,
  { most, signal }: QuietLimits,
): Promise<Waited> {
  signal?.throwIfAborted();
  const stops: (() => void)[] = [];
  return new Promise<Waited>((resolve, reject) => {
    const began = now();
    const judge = openJudge(now);
    const end = (quiet: boolean) => {
      const others = state().otherLoad?.others;
      resolve({ time: now() - began, quiet, ...(others === undefined ? {} : { others }) });
    };
    const look = () => {
      const quiet = judge(state());
      if (quiet !== undefined) {
        end(quiet);
      }
    };
    const abort = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', abort);
    stops.push(
      subscribe(look),
      after(most, () => end(false)),
      () => signal?.removeEventListener('abort', abort),
    );
    look();
  }).finally(() => stops.forEach((stop) => stop()));
}

/** Whether the machine is quiet, once that is clear. On a system that does not report what others use it never is. */
function openJudge(now: Timing['now']): (state: State) => boolean | undefined {
  const began = now();
  let isKnown = false;
  let since: Milliseconds | undefined;
  return (state) => {
    isKnown ||= state.otherLoad !== undefined;
    since = isQuiet(state) ? (since ?? now()) : undefined;
    if (since !== undefined && now() - since >= longEnough) {
      return true;
    }

    return !isKnown && now() - began >= longEnough ? false : undefined;
  };
}
