import type { Plan } from '../../core/plan/plan.ts';
import type { MachineEvent, ProfileEvent } from '../../core/profile/event.ts';
import type { Activity } from '../../core/profile/state.ts';
import type { Session } from '../../core/session/session.ts';

/** The label of an event's marker: `local 1/5` where a pass starts, and where the verdict stands. */
export function markerOf(event: ProfileEvent | MachineEvent, plan: Plan): string | undefined {
  if (event.type === 'pass-started') {
    const { round, case: id } = event.pass;
    const rounds = plan.passes.filter((pass) => pass.case === id).length;
    return `${id} ${round}/${rounds}`;
  }

  return event.type === 'profile-finished' ? 'verdict' : undefined;
}

/** Marks the start of every pass and the verdict, until the returned function is called. */
export function watchMarkers(
  { state, subscribe }: Pick<Session, 'state' | 'subscribe'>,
  mark: (label: string) => void,
): () => void {
  let before = momentOf(state().profile?.activity);
  return subscribe(() => {
    const { profile } = state();
    const moment = momentOf(profile?.activity);
    if (profile && moment && moment !== before) {
      const label = markerOf(
        profile.activity.type === 'running'
          ? { type: 'pass-started', pass: profile.activity.pass }
          : { type: 'profile-finished', interrupted: false },
        profile.plan,
      );
      if (label !== undefined) {
        mark(label);
      }
    }

    before = moment;
  });
}

/** Stays the same while one pass runs, or while a profile is over. A pass that runs again gets a new one. */
function momentOf(activity: Activity | undefined): string | undefined {
  if (activity?.type === 'running') {
    const { pass, since } = activity;
    return `${pass.case} ${pass.round} at ${since}`;
  }

  return activity?.type === 'ended' ? activity.type : undefined;
}
