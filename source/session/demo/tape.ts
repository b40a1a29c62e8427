import type { Event } from '../../core/profile/event.ts';
import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';

export type TapeRequest = {
  readonly events: readonly Event[];
  /** The recorded time at which it begins. */
  readonly from: Milliseconds;
  readonly timing: Timing;
  readonly tell: (event: Event) => void;
  readonly onEnd: () => void;
};

/** Tells recorded events when they are due, each as long after the beginning as it was, until the returned function is called. */
export function playTape({ events, from, timing, tell, onEnd }: TapeRequest): () => void {
  const began = timing.now();
  let told = 0;
  let callOff = () => {};

  const proceed = () => {
    for (let event = events[told]; event; event = events[told]) {
      const left = event.at - from - (timing.now() - began);
      if (left > 0) {
        callOff = timing.after(Math.ceil(left), proceed);
        return;
      }

      told++;
      tell(event);
    }

    onEnd();
  };

  proceed();
  return () => callOff();
}
