import type { Event } from '../../core/profile/event.ts';
import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';

export type MergeRequest = {
  /** Takes the events in the order in which they happened. */
  readonly take: (event: Event) => void;
  /** Whether the host has work: only then can it still report something from the past. */
  readonly isBusy: () => boolean;
  /** Whether something that happened in the host has arrived, but not all of it. */
  readonly isWaiting: () => boolean;
  /** On the clock of the events. */
  readonly timing: Timing;
  /** Calls `act` once everything that has already arrived is heard. */
  readonly afterArrivals: (act: () => void) => void;
};

/** Puts what happened here and what happened in the host in the order of time, however late either of them is. */
export type Merge = {
  readonly here: (event: Event) => void;
  readonly there: (event: Event) => void;
  /** Everything that happened in the host before `at` has been told. */
  readonly until: (at: Milliseconds) => void;
};

/** A host that has been silent for this long is stopped or ending, and is not waited for. */
const longestHold: Milliseconds = 1000;
const shortestWait: Milliseconds = 100;

export function openMerge({ isBusy, ...request }: MergeRequest): Merge {
  const take = inOrder(request.take);
  const held = openHeld({ ...request, take });
  return {
    here(event) {
      if (isBusy()) {
        held.add(event);
      } else {
        held.release(Number.POSITIVE_INFINITY);
        take(event);
      }
    },
    there(event) {
      held.arrived();
      held.release(event.at);
      take(event);
    },
    until(at) {
      held.arrived();
      held.release(at);
    },
  };
}

/** Whatever comes too late after all counts from the moment of the latest event: times never run backwards. */
function inOrder(take: MergeRequest['take']): MergeRequest['take'] {
  let latest: Milliseconds = 0;
  return (event) => {
    latest = Math.max(latest, event.at);
    take(event.at === latest ? event : { ...event, at: latest });
  };
}

/** Events in the order of time, which wait for what may have happened before them. */
function openHeld({ take, isWaiting, timing, afterArrivals }: Omit<MergeRequest, 'isBusy'>) {
  let held: readonly Event[] = [];
  let arrivals = 0;

  const release = (at: Milliseconds) => {
    const due = held.filter((event) => event.at <= at);
    held = held.filter((event) => event.at > at);
    due.forEach(take);
  };

  /** Releases what was held for too long, but not while something that happened before may still arrive. */
  const giveUp = (before: number) =>
    afterArrivals(() => {
      if (arrivals === before) {
        release(isWaiting() ? Number.NEGATIVE_INFINITY : timing.now() - longestHold);
        watch();
      } else {
        giveUp(arrivals);
      }
    });

  const watch = () => {
    const [oldest] = held;
    if (oldest) {
      const left = oldest.at + longestHold - timing.now();
      timing.after(Math.max(shortestWait, left), () => giveUp(arrivals));
    }
  };

  return {
    release,
    arrived: () => void arrivals++,
    add(event: Event) {
      // Most of them come in their order; one that took a while began earlier.
      held = [...held, event].toSorted((one, other) => one.at - other.at);
      if (held.length === 1) {
        watch();
      }
    },
  };
}
