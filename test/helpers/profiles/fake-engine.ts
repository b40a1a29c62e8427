import type { Engine } from '../../../source/core/profile/engine.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import type { Event, Observe } from '../../../source/core/profile/event.ts';
import type { Case } from '../../../source/core/plan/plan.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import { finished } from './profiles.ts';

/** A clock that stands still until `advance` is called. */
export type HandClock = {
  readonly now: () => Milliseconds;
  readonly advance: (by: Milliseconds) => void;
};

export function handClock(): HandClock {
  let time = 0;
  return { now: () => time, advance: (by) => void (time += by) };
}

/** Keeps every event, stamped with the clock's time. */
export function recorder(clock: HandClock): {
  readonly events: readonly Event[];
  readonly observe: Observe;
} {
  const events: Event[] = [];
  return { events, observe: (event) => void events.push({ ...event, at: clock.now() }) };
}

export type FakeEngineRequest = {
  readonly clock: HandClock;
  /** Names the engine in the log. */
  readonly name?: string;
  /** Calls of open, run and close, in their order. */
  readonly log?: string[];
  /** Thrown by `open`. */
  readonly broken?: Error;
  /** How long a pass takes on the clock; by default 10. */
  readonly wall?: Milliseconds;
  /** The outcome of a pass; undefined if it finishes as usual. */
  readonly outcome?: (run: FakeRun) => PassOutcome | undefined;
};

export type FakeRun = {
  readonly planned: Case;
  /** The number of runs of this case so far, including this one. */
  readonly round: number;
  readonly signal: AbortSignal;
};

/** An engine that computes nothing: it warms up for 5 ms and moves the clock by each pass's wall. */
export function fakeEngine(request: FakeEngineRequest): Engine {
  const { clock, name = 'engine', log = [], broken, wall = 10, outcome } = request;
  const rounds = new Map<string, number>();
  return {
    async open(plan, observe) {
      log.push(`open ${name}`);
      if (broken) {
        throw broken;
      }

      for (const { id, engine } of plan.cases) {
        if (engine === name) {
          observe({ type: 'warm-up-started', case: id });
          clock.advance(5);
          observe({ type: 'case-warmed', case: id, coldStart: 5 });
        }
      }
    },
    async run(planned, observe, signal) {
      const round = (rounds.get(planned.id) ?? 0) + 1;
      rounds.set(planned.id, round);
      log.push(`run ${planned.id} ${round}`);
      clock.advance(wall);
      observe({
        type: 'workers-sampled',
        workers: Array.from({ length: planned.workers }, () => ({ share: 1, tasks: 1 })),
      });
      return outcome?.({ planned, round, signal }) ?? finished(planned, wall);
    },
    async close() {
      log.push(`close ${name}`);
    },
  };
}
