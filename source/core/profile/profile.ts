import { conditionsOf, type Conditions, type ConditionSampler } from '../machine/conditions.ts';
import type { Engine } from './engine.ts';
import type { PassOutcome, Span } from './pass.ts';
import type { Observe } from './event.ts';
import { failureOf, type Failure } from '../failure.ts';
import { caseOf, type Case, type Plan, type PlannedPass } from '../plan/plan.ts';
import type { EngineName } from '../plan/settings.ts';

export type Engines = Readonly<Record<EngineName, Engine>>;

export type ProfileRequest = {
  readonly plan: Plan;
  readonly engines: Engines;
  readonly observe: Observe;
  /** What is wrong with the answers of a case's tasks; undefined where all are right. */
  readonly check: (planned: Case, spans: readonly Span[]) => Failure | undefined;
  readonly signal: AbortSignal;
  /** Wall-clock time of the start, ISO 8601. */
  readonly startedAt: string;
  /** How often the program was stopped and went on so far, by Ctrl+Z or SIGSTOP. */
  readonly stops: () => number;
  /** Looks at what goes on around every pass; nothing is told of that where it is left out. */
  readonly sampler?: ConditionSampler;
};

/**
 * Runs a plan: opens its engines off the clock, then every pass in order, and tells `observe`
 * what happened. Never rejects: what fails is told as a failed pass.
 */
export async function profile(request: ProfileRequest): Promise<void> {
  const { plan, engines, observe, signal, startedAt } = request;
  const used = [...new Set(plan.cases.map(({ engine }) => engine))];
  observe({ type: 'profile-started', plan, startedAt });
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
  const { plan, observe, check, signal } = request;
  for (const pass of plan.passes) {
    if (signal.aborted) {
      return;
    }

    const planned = caseOf(plan, pass);
    const { outcome, conditions } = await runPass(request, pass, broken.get(planned.engine));
    observe({
      type: 'pass-finished',
      pass,
      outcome: checked(outcome, planned, check),
      ...(conditions ? { conditions } : {}),
    });
  }
}

type Ended = { readonly outcome: PassOutcome; readonly conditions?: Conditions | undefined };

/** Runs a pass, and once more for every time that the program was stopped while it ran. */
async function runPass(
  { plan, engines, observe, signal, stops, sampler }: ProfileRequest,
  pass: PlannedPass,
  failure: Failure | undefined,
): Promise<Ended> {
  const planned = caseOf(plan, pass);
  for (;;) {
    const before = stops();
    // What is read is read off the clock: before the pass begins, and after its last result.
    const look = sampler?.();
    observe({ type: 'pass-started', pass });
    // No engine may throw here; one that does all the same must not take the other passes with it.
    const outcome = failure
      ? failed(failure)
      : await Promise.resolve()
          .then(async () => engines[planned.engine].run(planned, observe, signal))
          .catch((error: unknown) => failed(failureOf(error)));
    if (outcome.status !== 'finished') {
      return { outcome };
    }

    const seen = look?.();
    if (stops() === before) {
      return { outcome, conditions: seen && conditionsOf(planned, seen) };
    }

    observe({ type: 'pass-repeated', pass });
  }
}

const failed = (failure: Failure): PassOutcome => ({ status: 'failed', failure });

/** A pass counts only if all its tasks are there and every one of them gave the right answer. */
function checked(outcome: PassOutcome, planned: Case, check: ProfileRequest['check']): PassOutcome {
  if (outcome.status !== 'finished') {
    return outcome;
  }

  const wrong = wrongIn(check, planned, outcome.spans);
  if (wrong) {
    return failed(wrong);
  }

  const done = new Set(outcome.spans.map(({ task }) => task)).size;
  return done === planned.tasks ? outcome : failed(missingTasks(planned, done));
}

/** A check that throws must not take the other passes with it. */
function wrongIn(
  check: ProfileRequest['check'],
  planned: Case,
  spans: readonly Span[],
): Failure | undefined {
  try {
    return check(planned, spans);
  } catch (error) {
    return failureOf(error);
  }
}

const missingTasks = ({ id, tasks }: Case, there: number) => ({
  code: 'missing-tasks',
  message: `${id}: ${there} of ${tasks} tasks came back.`,
  hint: 'Run it again; if it stays, report it.',
});
