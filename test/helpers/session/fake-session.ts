import type { MachineEvent, ProfileEvent } from '../../../source/core/profile/event.ts';
import { planOf, type Plan } from '../../../source/core/plan/plan.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import type { Session } from '../../../source/core/session/session.ts';
import { circumstancesOf, type State } from '../../../source/core/profile/state.ts';
import { openListeners } from '../../../source/core/listeners.ts';
import { handClock, type HandClock } from '../profiles/fake-engine.ts';
import { stateWith } from '../profiles/profiles.ts';

export type FakeSession = Session & {
  /** Folds an event as a real session does, and tells the listeners. */
  readonly tell: (event: ProfileEvent | MachineEvent) => void;
  readonly clock: HandClock;
  /** Calls of calibrate, prepare, start, cancel and close, in their order. */
  readonly log: readonly string[];
};

export type FakeSessionRequest = {
  readonly state?: State;
  /** What a started plan does; nothing where left out. */
  readonly play?: (plan: Plan, session: FakeSession) => void | Promise<void>;
};

/** A session without machine, workers and engines. */
export function fakeSession({ state = stateWith(), play }: FakeSessionRequest = {}): FakeSession {
  const clock = handClock();
  const listeners = openListeners();
  const log: string[] = [];
  let current = state;

  const session: FakeSession = {
    version: '1.2.3',
    clock,
    log,
    state: () => current,
    now: clock.now,
    subscribe: listeners.subscribe,
    tell(event) {
      current = reduce(current, { ...event, at: clock.now() });
      listeners.tell();
    },
    async calibrate(workload) {
      log.push(`calibrate ${workload}`);
    },
    async reach(target) {
      log.push(`reach ${target.at}`);
    },
    async prepare(settings) {
      log.push('prepare');
      const circumstances = circumstancesOf(current, settings.workload);
      if (!circumstances) {
        throw new Error(`the fake session's state has no calibration of ${settings.workload}`);
      }

      return planOf(settings, circumstances);
    },
    async start(plan) {
      log.push('start');
      await play?.(plan, session);
    },
    drawing: () => () => {},
    wasStopped: () => void log.push('wasStopped'),
    cancel: () => void log.push('cancel'),
    async close() {
      log.push('close');
    },
  };
  return session;
}
