import type { MachineEvent, ProfileEvent } from '../../core/profile/event.ts';
import type { Plan } from '../../core/plan/plan.ts';

/** The label of the marker that an event is worth: where a pass starts, as `local 1/5`, and where the verdict stands. */
export function markerOf(event: ProfileEvent | MachineEvent, plan: Plan): string | undefined {
  if (event.type === 'pass-started') {
    const { round, case: id } = event.pass;
    const rounds = plan.passes.filter((pass) => pass.case === id).length;
    return `${id} ${round}/${rounds}`;
  }

  return event.type === 'profile-finished' ? 'verdict' : undefined;
}
