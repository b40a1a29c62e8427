import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';
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

type Show = (snapshot: Snapshot) => void;

/**
 * Shows the session after every render, and at most once per sample period after its events: every event is folded, few
 * are drawn. An event changes nothing that React knows of, so that it costs no render.
 */
export function useFrames(session: Session, show: Show): void {
  const [, render] = useReducer((draws: number) => draws + 1, 0);
  const latest = useRef(() => {});
  useLayoutEffect(() => {
    latest.current = () => {
      const drawn = session.drawing();
      show(snapshotOf(session));
      drawn();
    };
    latest.current();
  });
  useEffect(
    () =>
      pacing(session, () => {
        try {
          latest.current();
        } catch {
          // Fails again where React reports it.
          render();
        }
      }),
    [session],
  );
}

/** The same where Ink draws: renders after events, and returns the session at this render. */
export function useSnapshot(session: Session): Snapshot {
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  useEffect(() => pacing(session, redraw), [session]);
  return snapshotOf(session);
}

function snapshotOf(session: Session): Snapshot {
  // Read before the state, because a replay goes on in between: an ended status must come with the final state.
  const status = session.playback?.status();
  return { status, state: session.state(), now: session.now() };
}

/** Draws at once, then after events, at least one period apart. Uses real timers: the session's own clock may jump. */
function pacing(session: Session, draw: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let news = false;

  const drawNow = () => {
    news = false;
    timer = setTimeout(rested, samplePeriod);
    draw();
  };
  const rested = () => {
    timer = undefined;
    if (news) {
      drawNow();
    }
  };

  drawNow();
  const unsubscribe = session.subscribe(() => {
    news = true;
    timer ??= setTimeout(drawNow);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
