import type { Session } from '../core/session/session.ts';
import type { Activity } from '../core/profile/state.ts';
import { markerOf } from '../output/asciicast/markers.ts';

/** Marks where every pass starts and where the verdict stands, until the returned function is called. */
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

/** The same for as long as the same pass runs, or the same profile is over; a pass that is run again has another one. */
function momentOf(activity: Activity | undefined): string | undefined {
  if (activity?.type === 'running') {
    const { pass, since } = activity;
    return `${pass.case} ${pass.round} at ${since}`;
  }

  return activity?.type === 'ended' ? activity.type : undefined;
}
