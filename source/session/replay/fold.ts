import type { Recording } from '../../core/recording/recording.ts';
import { reduce } from '../../core/profile/reduce.ts';
import { initialState, type State } from '../../core/profile/state.ts';

/** A recording of hours is not folded anew from its beginning for a step back. */
const distance = 4096;

/** The state after so many events: what was folded once is not folded again, as far as it is remembered. */
export function openFold({ scene, events }: Recording): (count: number) => State {
  const remembered: State[] = [scene.reduce(reduce, initialState)];
  let folded = { count: 0, state: remembered[0]! };

  const foldTo = (count: number) => {
    for (let index = folded.count; index < count; index++) {
      folded = { count: index + 1, state: reduce(folded.state, events[index]!) };
      if (folded.count % distance === 0) {
        remembered[folded.count / distance] = folded.state;
      }
    }
  };

  return (count) => {
    if (count < folded.count) {
      const mark = Math.floor(count / distance);
      folded = { count: mark * distance, state: remembered[mark]! };
    }

    foldTo(count);
    return folded.state;
  };
}
