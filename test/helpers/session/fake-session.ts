import type { MachineEvent, ProfileEvent } from '../../../source/core/profile/event.ts';
import type { Plan } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import type { Settings } from '../../../source/core/plan/settings.ts';
import { runSettings } from '../../../source/core/session/run-settings.ts';
import type { Session } from '../../../source/core/session/session.ts';
import { circumstancesOf, type State } from '../../../source/core/profile/state.ts';
import { openListeners } from '../../../source/core/listeners.ts';
import type { HandClock } from '../profiles/fake-engine.ts';
import { stateWith } from '../profiles/profiles.ts';
import { madeUpTime } from '../../../source/core/made-up-time.ts';

export type FakeSession = Session & {
  /** Folds an event as a real session does, and notifies the listeners. */
  readonly tell: (event: ProfileEvent | MachineEvent) => void;
  readonly clock: HandClock;
  /** Calibrate, prepare, start, cancel and close, in the order in which they were called. */
  readonly log: readonly string[];
};

export type FakeSessionRequest = {
  readonly state?: State;
  /** How settings are planned; by default for the machine in the state. */
  readonly prepare?: (settings: Settings, session: FakeSession) => Promise<Plan>;
  /** What a started plan does; by default nothing. */
  readonly play?: (plan: Plan, session: FakeSession) => void | Promise<void>;
};

/** A session without machine, workers and engines. */
export function fakeSession(request: FakeSessionRequest = {}): FakeSession {
  const { state = stateWith(), prepare = planned, play } = request;
  const time = madeUpTime();
  const clock: HandClock = { now: time.now, advance: time.pass };
  const listeners = openListeners();
  const log: string[] = [];
  let current = state;

  const start = async (plan: Plan) => {
    log.push('start');
    await play?.(plan, session);
  };

  const session: FakeSession = {
    version: '1.2.3',
    clock,
    log,
    state: () => current,
    now: clock.now,
    subscribe: listeners.subscribe,
    tell(event) {
      current = reduce(current, { ...event, at: clock.now() });
      listeners.notify();
    },
    ...loggedCalls(log),
    run: runSettings({
      state: () => current,
      async prepare(settings) {
        log.push('prepare');
        return prepare(settings, session);
      },
      start,
      quiet: {
        subscribe: listeners.subscribe,
        timing: time,
        observe: (event) => session.tell(event),
      },
    }),
    start,
  };
  return session;
}

/** Methods that do nothing else. */
const loggedCalls = (log: string[]) =>
  ({
    async calibrate(workload) {
      log.push(`calibrate ${workload}`);
    },
    async reach(target) {
      log.push(`reach ${target.at}`);
    },
    drawing: () => () => {},
    wasHeldUp() {},
    cancel: () => void log.push('cancel'),
    async close() {
      log.push('close');
    },
  }) satisfies Partial<Session>;

async function planned(settings: Settings, { state }: FakeSession): Promise<Plan> {
  const circumstances = circumstancesOf(state(), settings.workload);
  if (!circumstances) {
    throw new Error(`the fake session's state has no calibration of ${settings.workload}`);
  }

  return planOf(settings, circumstances);
}
