import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { tasksDone, wrongAnswer } from '../../source/core/profile/check-spans.ts';
import type { FinishedOutcome, PassOutcome } from '../../source/core/profile/pass.ts';
import { type Plan, type PlannedPass, caseOf, type Case } from '../../source/core/plan/plan.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { createEngines } from '../../source/engines/create-engines.ts';
import type { ReachedCluster } from '../../source/engines/ray/cluster.ts';

export const setup = { version: 'benchmark' };

const pause: Milliseconds = 100;

/** The engines of a plan, kept warm between passes as in the program. */
export type OpenPlan = {
  /** Runs a pass and checks its answers; rejects if it fails. */
  readonly run: (pass: PlannedPass) => Promise<FinishedOutcome>;
  readonly close: () => Promise<void>;
};

export async function openPlan(plan: Plan, cluster?: ReachedCluster): Promise<OpenPlan> {
  const reach = async () => cluster ?? Promise.reject(new Error('There is no cluster yet.'));
  const { engines } = createEngines({ reach, setup }, { setup: { environment: process.env } });
  const used = [...new Set(plan.cases.map(({ engine }) => engine))];
  const { signal } = new AbortController();
  for (const name of used) {
    await engines[name].open(plan, () => {}, signal);
  }

  return {
    async run(pass) {
      await setTimeout(pause);
      const planned = caseOf(plan, pass);
      return verified(planned, await engines[planned.engine].run(planned, () => {}, signal));
    },
    async close() {
      await Promise.all(used.map(async (name) => engines[name].close()));
    },
  };
}

function verified(planned: Case, outcome: PassOutcome) {
  const { id, tasks } = planned;
  if (outcome.status !== 'finished') {
    throw new Error(`A pass of ${id} did not finish: ${JSON.stringify(outcome)}`);
  }

  const wrong = wrongAnswer(planned, outcome.spans);
  const done = tasksDone(outcome.spans, tasks);
  if (wrong || done !== tasks) {
    throw new Error(wrong?.message ?? `${done} of ${tasks} tasks of ${id} came back.`);
  }

  return outcome;
}
