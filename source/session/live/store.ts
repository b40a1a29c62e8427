import { setImmediate } from 'node:timers';
import { isFleeting, type Event, type Observe } from '../../core/profile/event.ts';
import { emptyJournal, append, recordingOf } from '../../core/recording/journal.ts';
import type { Recording } from '../../core/recording/recording.ts';
import { reduce } from '../../core/profile/reduce.ts';
import type { Session } from '../../core/session/session.ts';
import { initialState, type State } from '../../core/profile/state.ts';
import { openListeners } from '../../core/listeners.ts';
import type { Milliseconds } from '../../core/units.ts';
import { now as clock } from '../../engines/system/now.ts';
import { realTiming } from '../real-timing.ts';
import { openMerge, type Merge, type MergeRequest } from './merge.ts';

export type Store = Pick<Session, 'state' | 'now' | 'subscribe'> & {
  /** When the session began, on the monotonic clock of the system. */
  readonly began: Milliseconds;
  /** Takes what happens in this process, or began to happen so long ago. */
  readonly observe: (event: Parameters<Observe>[0], ago?: Milliseconds) => void;
  /** Take what happened in the host, which has stamped it. */
  readonly hear: Pick<Merge, 'there' | 'until'>;
  /** The events of the running profile, or of the last one; undefined before the first. */
  readonly recording: () => Recording | undefined;
};

/** Reports that the host may still send. */
export type HostNews = Pick<MergeRequest, 'isBusy' | 'isWaiting'>;

const idle: HostNews = { isBusy: () => false, isWaiting: () => false };

/**
 * Stamps every event with the time since the session began, folds the events in the order of time, and notifies the
 * listeners. While the host has work, it may still tell of something that happened earlier.
 */
export function openStore(host: HostNews = idle): Store {
  const began = clock();
  const now = () => clock() - began;
  const listeners = openListeners();
  let state: State = initialState;
  let journal = emptyJournal;

  const take = (event: Event) => {
    state = reduce(state, event);
    journal = append(journal, event);
    listeners.notify();
  };

  const merge = openMerge({
    take,
    ...host,
    timing: { now, after: realTiming.after },
    afterArrivals: (act) => void setImmediate(act),
  });

  return {
    began,
    now,
    state: () => state,
    recording: () => recordingOf(journal),
    subscribe: listeners.subscribe,
    observe(event, ago = 0) {
      const stamped: Event = { ...event, at: Math.max(0, now() - ago) };
      // They are not kept, and a stopped host reports nothing.
      (isFleeting(stamped) ? take : merge.here)(stamped);
    },
    hear: { there: merge.there, until: merge.until },
  };
}
