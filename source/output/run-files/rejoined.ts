import type { Event } from '../../core/profile/event.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Recording } from '../../core/recording/recording.ts';

/** The passes of all events are those of the plan again, and their cases too: the same, and not only alike. */
export function rejoined({ scene, events: [started, ...others] }: Recording): Recording {
  const plan = withOwnCases(started.plan);
  const events = others.map((event): Event =>
    'pass' in event ? { ...event, pass: plan.passes[event.pass.index] ?? event.pass } : event,
  );
  return { scene, events: [{ ...started, plan }, ...events] };
}

function withOwnCases(plan: Plan): Plan {
  const cases = new Map(plan.cases.map((planned) => [planned.id, planned]));
  const passes = plan.passes.map((pass) => ({
    ...pass,
    case: cases.get(pass.case.id) ?? pass.case,
  }));
  return { ...plan, passes };
}
