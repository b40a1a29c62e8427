import { useEffect, useLayoutEffect, useReducer } from 'react';
import type { PlaybackStatus } from '../core/session/playback.ts';
import { samplePeriod } from '../core/sample-period.ts';
import type { Session } from '../core/session/session.ts';
import type { State } from '../core/profile/state.ts';
import type { Milliseconds } from '../core/units.ts';

export type Snapshot = {
  /** Only for a replay. */
  readonly status: PlaybackStatus | undefined;
  readonly state: State;
  readonly now: Milliseconds;
};

/** The session at this render. Renders again at most once per sample period: every event is folded, few are drawn. */
export function useSnapshot(session: Session): Snapshot {
  const drawn = session.drawing();
  // By then Ink has written the frame.
  useLayoutEffect(drawn);
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  useEffect(() => pacing(session, redraw), [session]);
  // Read before the state, because a replay goes on in between: an ended status must come with the final state.
  const status = session.playback?.status();
  return { status, state: session.state(), now: session.now() };
}

/** Draws at once, then after events, at least one period apart. Uses real timers: the session's own clock may jump. */
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
