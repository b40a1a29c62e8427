import type { Plan } from '../../../core/plan/plan.ts';
import { event } from './event-shape.ts';
import { openPlanCheck } from './plan-check.ts';
import type { PackedRecording } from './packed.ts';
import { list, record } from './shape.ts';

const shape = record<PackedRecording>({ scene: list(event), events: list(event) });

/** Why a value is not a recording that can be folded and drawn; undefined if it is one. */
export function recordingProblem(value: unknown): string | undefined {
  // The shape was checked, so the assertions hold.
  return (
    shape(value) ?? planProblem(value as PackedRecording) ?? eventsProblem(value as PackedRecording)
  );
}

function planProblem({ events: [started] }: PackedRecording): string | undefined {
  if (started?.type !== 'profile-started') {
    return '.events[0] starts no profile';
  }

  const { cases, passes, rounds } = started.plan;
  const ids = new Set(cases.map(({ id }) => id));
  if (ids.size === 0 || ids.size < cases.length) {
    return '.events[0].plan.cases do not each have a name';
  }

  const stray = passes.findIndex(
    (pass, index) => pass.index !== index || !ids.has(pass.case) || pass.round > rounds,
  );
  return stray < 0 ? undefined : `.events[0].plan.passes[${stray}] is not one of the plan`;
}

function eventsProblem({ scene, events }: PackedRecording): string | undefined {
  const { plan } = events[0] as { readonly plan: Plan };
  const problemOf = openPlanCheck(plan);
  let before = 0;
  for (const [index, one] of [...scene, ...events].entries()) {
    const where = index < scene.length ? `.scene[${index}]` : `.events[${index - scene.length}]`;
    if (one.at < before) {
      return `${where} is earlier than the one before`;
    }

    if (one.type === 'profile-started' && index !== scene.length) {
      return `${where} starts another profile`;
    }

    const problem = problemOf(one);
    if (problem !== undefined) {
      return `${where}${problem}`;
    }

    before = one.at;
  }

  return undefined;
}
