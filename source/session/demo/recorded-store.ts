import type { Event, MachineEvent, ProfileEvent } from '../../core/profile/event.ts';
import { reduce } from '../../core/profile/reduce.ts';
import type { Session } from '../../core/session/session.ts';
import { initialState, type State } from '../../core/profile/state.ts';
import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import { openListeners } from '../../core/listeners.ts';
import { playTape } from './tape.ts';

export type Reel = Pick<Session, 'state' | 'now' | 'subscribe'> & {
  /** Plays these events from that time on, instead of what is played; resolves at their end, or when it is stopped. */
  readonly play: (events: readonly Event[], from: Milliseconds) => Promise<void>;
  readonly stop: () => void;
  /** Something happened that was not recorded. */
  readonly tell: (event: ProfileEvent | MachineEvent) => void;
};

/** A store whose events were recorded, and whose clock shows the time of the recording. */
export function openReel(timing: Timing): Reel {
  const listeners = openListeners();
  let state: State = initialState;
  let offset = -timing.now();
  let stop = () => {};
  const now = () => timing.now() + offset;

  const fold = (event: Event) => {
    state = reduce(state, event);
    listeners.tell();
  };

  return {
    now,
    state: () => state,
    subscribe: listeners.subscribe,
    tell: (event) => fold({ ...event, at: now() }),
    async play(events, from) {
      stop();
      offset = from - timing.now();
      await new Promise<void>((resolve) => {
        const callOff = playTape({ events, from, timing, tell: fold, onEnd: resolve });
        stop = () => {
          callOff();
          resolve();
        };
      });
    },
    stop: () => stop(),
  };
}
