import type { Milliseconds } from '../../core/units.ts';
import type { Moment, Step } from './step.ts';

/** How far a script has come. */
export type Progress = {
  /** The remaining steps, beginning with the one that is waited for; none at the end. */
  readonly left: readonly Step[];
  /** Time since the script began at which waiting ends; absent while nothing is waited for. */
  readonly due?: Milliseconds;
};

/** The next progress, and the actions that lead there, in their order. */
export type Advance = Progress & { readonly actions: readonly Action[] };

export type Action = Extract<Step, { readonly type: 'say' | 'press' }>;

/** Takes the steps of a script up to the next one that has to be waited for; pure. */
export function advance(before: Progress, moment: Moment): Advance {
  const actions: Action[] = [];
  let { left, due } = before;
  for (let step = left[0]; step; step = left[0]) {
    const others = left.slice(1);
    switch (step.type) {
      case 'say':
      case 'press':
        actions.push(step);
        left = others;
        break;
      case 'choose':
        left = [...step.steps(moment), ...others];
        break;
      case 'wait': {
        due ??= moment.elapsed + step.most;
        const came = step.until(moment.state);
        if (!came && moment.elapsed < due) {
          return { left, due, actions };
        }

        left = came || !step.required ? others : [];
        due = undefined;
      }
    }
  }

  return { left, actions };
}
