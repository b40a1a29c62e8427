import { useEffect, useLayoutEffect, useReducer } from 'react';
import { samplePeriod } from '../../core/sample-period.ts';
import type { Session } from '../../core/session.ts';
import type { State } from '../../core/state.ts';
import type { Milliseconds } from '../../core/units.ts';

export type Snapshot = { readonly state: State; readonly now: Milliseconds };

/** The session as it is at this render; renders again at most once a sample's period: every event is folded, few are drawn. */
export function useSnapshot(session: Session): Snapshot {
  const drawn = session.drawing();
  // Ink has written the frame by then.
  useLayoutEffect(drawn);
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);

  useEffect(() => {
    let timer: NodeJS.Timeout | undefined;
    let latest: Milliseconds = 0;
    const draw = () => {
      timer = undefined;
      latest = session.now();
      redraw();
    };
    draw();
    const unsubscribe = session.subscribe(() => {
      timer ??= setTimeout(draw, Math.max(0, latest + samplePeriod - session.now()));
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [session]);

  return { state: session.state(), now: session.now() };
}
