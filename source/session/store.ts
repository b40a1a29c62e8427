import type { Observe } from '../core/event.ts';
import { reduce } from '../core/reduce.ts';
import type { Session } from '../core/session.ts';
import { initialState, type State } from '../core/state.ts';

export type Store = Pick<Session, 'state' | 'now' | 'subscribe'> & { readonly observe: Observe };

/** Stamps every event with the time since the session began, folds it, and tells the listeners. */
export function openStore(): Store {
  const began = performance.now();
  const now = () => performance.now() - began;
  const listeners = new Set<() => void>();
  let state: State = initialState;

  return {
    now,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    observe(event) {
      state = reduce(state, { ...event, at: now() });
      for (const listener of listeners) {
        listener();
      }
    },
  };
}
