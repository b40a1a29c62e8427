import { expectedAnswer, type Answer } from './answer.ts';
import type { Engine } from './engine.ts';
import type { PassOutcome, Span } from './pass.ts';
import type { Observe } from './event.ts';
import { failureOf, type Failure } from './failure.ts';
import type { Plan, PlannedPass } from './plan.ts';
import type { EngineName } from './settings.ts';

export type Engines = Readonly<Record<EngineName, Engine>>;

export type ProfileRequest = {
  readonly plan: Plan;
  readonly engines: Engines;
  readonly observe: Observe;
  readonly signal: AbortSignal;
  /** Wall-clock time of the start, ISO 8601. */
  readonly startedAt: string;
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
  { plan, engines, observe, signal }: ProfileRequest,
  broken: ReadonlyMap<EngineName, Failure>,
): Promise<void> {
  const expected = expectedAnswer(plan.workload, plan.size);
  for (const pass of plan.passes) {
    if (signal.aborted) {
      return;
    }

    observe({ type: 'pass-started', pass });
    const failure = broken.get(pass.case.engine);
    const outcome = failure
      ? ({ status: 'failed', failure } as const)
      : checked(await engines[pass.case.engine].run(pass, observe, signal), pass, expected);
    observe({ type: 'pass-finished', pass, outcome });
  }
}

/** A pass counts only if all its tasks are there and every one of them gave the right answer. */
function checked(outcome: PassOutcome, pass: PlannedPass, expected: Answer): PassOutcome {
  if (outcome.status !== 'finished') {
    return outcome;
  }

  const wrong = outcome.spans.find((span) => !sameAnswer(span, expected));
  if (wrong) {
    return { status: 'failed', failure: wrongAnswer(pass, wrong, expected) };
  }

  const done = new Set(outcome.spans.map(({ task }) => task)).size;
  return done === pass.case.tasks
    ? outcome
    : { status: 'failed', failure: missingTasks(pass, done) };
}

const sameAnswer = (given: Answer, expected: Answer): boolean =>
  given.digest === expected.digest && given.kept === expected.kept;

const wrongAnswer = (
  { case: { id, workload, size } }: PlannedPass,
  wrong: Span,
  expected: Answer,
) => ({
  code: 'wrong-answer',
  message:
    wrong.digest === expected.digest
      ? `${id}: task ${wrong.task} did not keep the terms that ${workload} keeps (n = ${size}): kept ${wrong.kept ?? 'nothing'}, expected ${expected.kept ?? 'nothing'}.`
      : `${id}: task ${wrong.task} computed a wrong sequence (n = ${size}): digest ${wrong.digest}, expected ${expected.digest}.`,
  hint: 'Run it again; if it stays, test the memory of this machine, and report it.',
});

const missingTasks = ({ case: { id, tasks } }: PlannedPass, there: number) => ({
  code: 'missing-tasks',
  message: `${id}: ${there} of ${tasks} tasks came back.`,
  hint: 'Run it again; if it stays, report it.',
});
