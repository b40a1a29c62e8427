import type { Milliseconds } from '../../core/units.ts';
import type { Moment, Step } from './step.ts';

/** How far a script has come. */
export type Progress = {
  /** The steps to come, the one that is waited for first; none at the end. */
  readonly left: readonly Step[];
  /** Until when it is waited for, since the script began; absent where nothing is. */
  readonly due?: Milliseconds;
};

/** What is to be done by then, in its order. */
export type Advance = Progress & { readonly deeds: readonly Deed[] };

export type Deed = Extract<Step, { readonly type: 'say' | 'press' }>;

/** Takes the steps of a script up to the next that has to be waited for; pure. */
export function advanced(before: Progress, moment: Moment): Advance {
  const deeds: Deed[] = [];
  let { left, due } = before;
  for (let step = left[0]; step; step = left[0]) {
    const others = left.slice(1);
    switch (step.type) {
      case 'say':
      case 'press':
        deeds.push(step);
        left = others;
        break;
      case 'choose':
        left = [...step.steps(moment), ...others];
        break;
      case 'wait': {
        due ??= moment.elapsed + step.most;
        const came = step.until(moment.state);
        if (!came && moment.elapsed < due) {
          return { left, due, deeds };
        }

        left = came || !step.has ? others : [];
        due = undefined;
      }
    }
  }

  return { left, deeds };
}
