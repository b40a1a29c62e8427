import { useEffect, useLayoutEffect, useReducer } from 'react';
import type { PlaybackStatus } from '../core/session/playback.ts';
import { samplePeriod } from '../core/sample-period.ts';
import type { Session } from '../core/session/session.ts';
import type { State } from '../core/profile/state.ts';
import type { Milliseconds } from '../core/units.ts';

export type Snapshot = {
  /** How far it has been played, where it is. */
  readonly status: PlaybackStatus | undefined;
  readonly state: State;
  readonly now: Milliseconds;
};

/** The session as it is at this render; renders again at most once a sample's period: every event is folded, few are drawn. */
export function useSnapshot(session: Session): Snapshot {
  const drawn = session.drawing();
  // Ink has written the frame by then.
  useLayoutEffect(drawn);
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  useEffect(() => pacing(session, redraw), [session]);
  // Before the state, for what is played goes on meanwhile: of what has ended, the state is that of its end.
  const status = session.playback?.status();
  return { status, state: session.state(), now: session.now() };
}

/** Draws at once, and after an event: when a period has passed since the frame before. The session's own clock may jump. */
function pacing(session: Session, redraw: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let news = false;

  const draw = () => {
    news = false;
    timer = setTimeout(rested, samplePeriod);
    redraw();
  };
  const rested = () => {
    timer = undefined;
    if (news) {
      draw();
    }
  };

  draw();
  const unsubscribe = session.subscribe(() => {
    news = true;
    timer ??= setTimeout(draw);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
