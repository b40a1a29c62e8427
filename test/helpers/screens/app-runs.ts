import { setImmediate } from 'node:timers/promises';
import { type Plan, caseOf } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import { defaultSettings, type Settings } from '../../../source/core/plan/settings.ts';
import { fakeSession, type FakeSession, type FakeSessionRequest } from '../session/fake-session.ts';
import { finished } from '../profiles/profiles.ts';
import { type Shown } from './ui-app.tsx';
import { calibration, sessionState } from './ui-states.ts';

export const settings: Settings = { ...defaultSettings, rounds: 1 };

export const planned = (given: Partial<Settings> = {}, cpus = 2): Plan =>
  planOf({ ...settings, ...given }, { cpus, calibration });

/** A session, and the plans that were started. */
export function opened(cpus = 2, given: FakeSessionRequest = {}) {
  const plans: Plan[] = [];
  const play = (plan: Plan) => void plans.push(plan);
  const session = fakeSession({ state: sessionState(cpus), play, ...given });
  return { session, plans };
}

/** The events of a run, up to the middle of its last pass. */
export function tellRun(session: FakeSession, plan: Plan): void {
  session.tell({ type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z' });
  for (const pass of plan.passes) {
    session.tell({ type: 'pass-started', pass });
    if (pass !== plan.passes.at(-1)) {
      session.tell({ type: 'pass-finished', pass, outcome: finished(caseOf(plan, pass), 1800) });
    }
  }
}

export function tellEnd(session: FakeSession, plan: Plan, interrupted = false): void {
  const pass = plan.passes.at(-1)!;
  const outcome = interrupted
    ? ({ status: 'cancelled' } as const)
    : finished(caseOf(plan, pass), 900);
  session.tell({ type: 'pass-finished', pass, outcome });
  session.tell({ type: 'profile-finished', interrupted });
}

/** Starts the plan on the setup screen, and waits for the run. */
export async function run(shown: Shown, session: FakeSession, plan = planned()): Promise<void> {
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('calibrating, then starting');
  tellRun(session, plan);
  await shown.until('round 1 of 1');
}

export async function toResults(shown: Shown, session: FakeSession): Promise<void> {
  await run(shown, session);
  tellEnd(session, planned());
  await shown.until('RESULTS');
}

/** Runs everything that waits for no timer. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await setImmediate();
  }
}
