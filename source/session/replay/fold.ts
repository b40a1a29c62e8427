import { openAppend } from '../../core/append.ts';
import type { Recording } from '../../core/recording/recording.ts';
import { reduce, reduceWith } from '../../core/profile/reduce.ts';
import { initialState, type State } from '../../core/profile/state.ts';

/** After this many events a state is kept, so that a step back in a long recording is cheap. */
const distance = 4096;

/** Folds a recording; the returned function gives the state after that many events. */
export function openFold({ scene, events }: Recording): (count: number) => State {
  const kept: State[] = [scene.reduce(reduce, initialState)];
  let folded = { count: 0, state: kept[0]! };

  const foldTo = (count: number) => {
    let step = reduceWith(openAppend());
    for (let index = folded.count; index < count; index++) {
      folded = { count: index + 1, state: step(folded.state, events[index]!) };
      if (folded.count % distance === 0) {
        kept[folded.count / distance] = folded.state;
        // From here on the lists of that state stay as they are.
        step = reduceWith(openAppend());
      }
    }
  };

  return (count) => {
    if (count < folded.count) {
      const mark = Math.floor(count / distance);
      folded = { count: mark * distance, state: kept[mark]! };
    }

    foldTo(count);
    return folded.state;
  };
}
