import { openListeners } from '../../core/listeners.ts';
import type { Event, MachineEvent, ProfileEvent } from '../../core/profile/event.ts';
import { reduce } from '../../core/profile/reduce.ts';
import { initialState, type State } from '../../core/profile/state.ts';
import type { Session } from '../../core/session/session.ts';
import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';

export type RecordedStore = Pick<Session, 'state' | 'now' | 'subscribe'> & {
  /** Plays events from this recorded time on, instead of those before. Resolves at their end, or when stopped. */
  readonly play: (events: readonly Event[], from: Milliseconds) => Promise<void>;
  readonly stop: () => void;
  /** Adds an event that was not recorded. */
  readonly observe: (event: ProfileEvent | MachineEvent) => void;
};

/** Folds recorded events when they are due. Its clock shows the time of the recording. */
export function openRecordedStore(timing: Timing): RecordedStore {
  const listeners = openListeners();
  let state: State = initialState;
  let offset = -timing.now();
  let stop = () => {};
  const now = () => timing.now() + offset;

  const fold = (event: Event) => {
    state = reduce(state, event);
    listeners.notify();
  };

  return {
    now,
    state: () => state,
    subscribe: listeners.subscribe,
    observe: (event) => fold({ ...event, at: now() }),
    async play(events, from) {
      stop();
      offset = from - timing.now();
      await new Promise<void>((resolve) => {
        const callOff = playEvents({ events, from, timing, onEvent: fold, onEnd: resolve });
        stop = () => {
          callOff();
          resolve();
        };
      });
    },
    stop: () => stop(),
  };
}

type EventsRequest = {
  readonly events: readonly Event[];
  /** The recorded time at which playing begins. */
  readonly from: Milliseconds;
  readonly timing: Timing;
  readonly onEvent: (event: Event) => void;
  readonly onEnd: () => void;
};

/** Passes on each event as long after `from` as it was recorded, until the returned function is called. */
function playEvents({ events, from, timing, onEvent, onEnd }: EventsRequest): () => void {
  const began = timing.now();
  let played = 0;
  let callOff = () => {};

  const proceed = () => {
    for (let event = events[played]; event; event = events[played]) {
      const left = event.at - from - (timing.now() - began);
      if (left > 0) {
        callOff = timing.after(Math.ceil(left), proceed);
        return;
      }

      played++;
      onEvent(event);
    }

    onEnd();
  };

  proceed();
  return () => callOff();
}
