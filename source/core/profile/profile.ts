import { conditionsOf, type Conditions, type ConditionSampler } from '../machine/conditions.ts';
import type { Engine } from './engine.ts';
import type { PassOutcome } from './pass.ts';
import { tasksDone } from './check-spans.ts';
import type { Spans } from './spans.ts';
import type { Observe } from './event.ts';
import { failureOf, type Failure } from '../failure.ts';
import { caseOf, type Case, type Plan, type PlannedPass } from '../plan/plan.ts';
import type { EngineName } from '../plan/settings.ts';

export type Engines = Readonly<Record<EngineName, Engine>>;

export type ProfileRequest = {
  readonly plan: Plan;
  readonly engines: Engines;
  readonly observe: Observe;
  /** Checks the answers of a case's tasks; undefined if all are right. */
  readonly check: (planned: Case, spans: Spans) => Failure | undefined;
  readonly signal: AbortSignal;
  /** Wall-clock time of the start, ISO 8601. */
  readonly startedAt: string;
  /** Resolves to how often the program has been stopped and continued so far, by Ctrl+Z or SIGSTOP. */
  readonly stops: () => Promise<number>;
  /** Observes the system during every pass; without it, passes have no conditions. */
  readonly sampler?: ConditionSampler;
  /** Passes that have ended already: the profile goes on with the next one. */
  readonly ended?: number;
  /** Awaited before every pass, so that what was observed before does not disturb it. */
  readonly passedOn?: () => Promise<void>;
};

/**
 * Runs a plan: opens its engines off the clock, runs every pass in order, and reports what happens to `observe`.
 * Never rejects: errors become failed passes.
 */
export async function profile(request: ProfileRequest): Promise<void> {
  const { plan, engines, observe, signal, startedAt, ended = 0 } = request;
  const used = [...new Set(plan.cases.map(({ engine }) => engine))];
  if (ended === 0) {
    observe({ type: 'profile-started', plan, startedAt });
  }

  const broken = new Map<EngineName, Failure>();
  for (const name of used) {
    await engines[name].open(plan, observe, signal).catch((error: unknown) => {
      broken.set(name, failureOf(error));
    });
  }

  await runPasses(request, broken);
  await Promise.allSettled(used.map(async (name) => engines[name].close()));
  observe({ type: 'profile-finished', interrupted: signal.aborted });
}

async function runPasses(
  request: ProfileRequest,
  broken: ReadonlyMap<EngineName, Failure>,
): Promise<void> {
  const { plan, signal, ended = 0, passedOn } = request;
  for (const pass of plan.passes.slice(ended)) {
    await passedOn?.();
    if (signal.aborted) {
      return;
    }

    await runAndTell(request, pass, broken);
  }
}

/** A function of its own: the loop would keep the spans of a pass alive until the next one has ended. */
async function runAndTell(
  request: ProfileRequest,
  pass: PlannedPass,
  broken: ReadonlyMap<EngineName, Failure>,
): Promise<void> {
  const { plan, observe, check } = request;
  const planned = caseOf(plan, pass);
  const { outcome, conditions } = await runPass(request, pass, broken.get(planned.engine));
  observe({
    type: 'pass-finished',
    pass,
    outcome: checkOutcome(outcome, planned, check),
    ...(conditions ? { conditions } : {}),
  });
}

type Ended = { readonly outcome: PassOutcome; readonly conditions?: Conditions | undefined };

/** Runs a pass, and again if the program was stopped while it ran. */
async function runPass(
  { plan, engines, observe, signal, stops, sampler }: ProfileRequest,
  pass: PlannedPass,
  failure: Failure | undefined,
): Promise<Ended> {
  const planned = caseOf(plan, pass);
  for (;;) {
    const before = await stops();
    // Reading the system is off the clock: before the pass starts, and after its last result.
    const endSampling = sampler?.();
    observe({ type: 'pass-started', pass });
    // `run` must not reject; an engine that does it anyway must not end the other passes.
    const outcome = failure
      ? failed(failure)
      : await Promise.resolve()
          .then(async () => engines[planned.engine].run(planned, observe, signal))
          .catch((error: unknown) => failed(failureOf(error)));
    if (outcome.status !== 'finished') {
      return { outcome };
    }

    const conditions = endSampling?.();
    if ((await stops()) === before) {
      return { outcome, conditions: conditions && conditionsOf(planned, conditions) };
    }

    observe({ type: 'pass-repeated', pass });
  }
}

const failed = (failure: Failure): PassOutcome => ({ status: 'failed', failure });

/** A pass counts only if all its tasks came back with the right answer. */
function checkOutcome(
  outcome: PassOutcome,
  planned: Case,
  check: ProfileRequest['check'],
): PassOutcome {
  if (outcome.status !== 'finished') {
    return outcome;
  }

  const wrong = checkSafely(check, planned, outcome.spans);
  if (wrong) {
    return failed(wrong);
  }

  const done = tasksDone(outcome.spans, planned.tasks);
  return done === planned.tasks ? outcome : failed(missingTasks(planned, done));
}

/** A check that throws must not end the other passes. */
function checkSafely(
  check: ProfileRequest['check'],
  planned: Case,
  spans: Spans,
): Failure | undefined {
  try {
    return check(planned, spans);
  } catch (error) {
    return failureOf(error);
  }
}

const missingTasks = ({ id, tasks }: Case, done: number) => ({
  code: 'missing-tasks',
  message: `${id}: ${done} of ${tasks} tasks came back.`,
  hint: 'Run again; if it happens again, report it.',
});
