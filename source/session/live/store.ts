import type { Event, Observe } from '../../core/profile/event.ts';
import { emptyJournal, append, recordingOf } from '../../core/recording/journal.ts';
import type { Recording } from '../../core/recording/recording.ts';
import { reduce } from '../../core/profile/reduce.ts';
import type { Session } from '../../core/session/session.ts';
import { initialState, type State } from '../../core/profile/state.ts';
import { openListeners } from '../../core/listeners.ts';

export type Store = Pick<Session, 'state' | 'now' | 'subscribe'> & {
  readonly observe: Observe;
  /** The events of the running profile, or of the last one; undefined before the first. */
  readonly recording: () => Recording | undefined;
};

/** Stamps every event with the time since the session began, folds it, and notifies the listeners. */
export function openStore(): Store {
  const began = performance.now();
  const now = () => performance.now() - began;
  const listeners = openListeners();
  let state: State = initialState;
  let journal = emptyJournal;

  return {
    now,
    state: () => state,
    recording: () => recordingOf(journal),
    subscribe: listeners.subscribe,
    observe(event) {
      const stamped: Event = { ...event, at: now() };
      state = reduce(state, stamped);
      journal = append(journal, stamped);
      listeners.notify();
    },
  };
}
