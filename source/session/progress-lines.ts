import { duration } from '../core/format.ts';
import type { Session } from '../core/session.ts';
import type { EndedPass, ProfileState } from '../core/state.ts';

/** Says in a line each what is warmed up and how every pass ended; returns what ends it. */
export function progressLines(session: Session, say: (line: string) => void): () => void {
  let passes = 0;
  let warming = '';
  return session.subscribe(() => {
    const { profile } = session.state();
    if (!profile) {
      return;
    }

    const { activity } = profile;
    if (activity.type === 'warming-up' && activity.case !== warming) {
      warming = activity.case;
      say(`warming up ${warming}`);
    }

    for (; passes < profile.passes.length; passes++) {
      say(passLine(profile, profile.passes[passes]!));
    }
  });
}

function passLine({ plan }: ProfileState, { pass, outcome }: EndedPass): string {
  const place = `${pass.index + 1}/${plan.passes.length}   round ${pass.round}   ${pass.case.id}`;
  switch (outcome.status) {
    case 'finished':
      return `${place}   ${duration(outcome.wall)}`;
    case 'cancelled':
      return `${place}   cancelled`;
    case 'failed':
      return `${place}   failed: ${outcome.failure.message}`;
  }
}
