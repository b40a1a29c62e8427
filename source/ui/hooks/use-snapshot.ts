import { useEffect, useLayoutEffect, useReducer } from 'react';
import type { Session } from '../../core/session.ts';
import type { State } from '../../core/state.ts';
import type { Milliseconds } from '../../core/units.ts';

export type Snapshot = { readonly state: State; readonly now: Milliseconds };

/** The session as it is at this render; renders again at most once a `period`: every event is folded, few are drawn. */
export function useSnapshot(session: Session, period: Milliseconds): Snapshot {
  const drawn = session.drawing();
  // Ink has written the frame by then.
  useLayoutEffect(drawn);
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);

  useEffect(() => {
    let timer: NodeJS.Timeout | undefined;
    const draw = () => {
      timer = undefined;
      redraw();
    };
    draw();
    const unsubscribe = session.subscribe(() => {
      timer ??= setTimeout(draw, period);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [session, period]);

  return { state: session.state(), now: session.now() };
}
