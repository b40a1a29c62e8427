import type { Caption } from '../../core/session/demo.ts';
import type { State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';

/** The keys that a script can press, with the bytes that a terminal sends for them. */
export const keySequences = { enter: '\r', left: '\u001B[D', right: '\u001B[C' } as const;

export type DemoKey = keyof typeof keySequences;

/** The input of a script's choices. */
export type Moment = {
  readonly state: State;
  /** Time since the script began. */
  readonly elapsed: Milliseconds;
};

export type Step =
  | { readonly type: 'say'; readonly caption: Caption }
  | { readonly type: 'press'; readonly key: DemoKey }
  /** Waits for a condition, `most` at most. If a required one does not come, the script ends. */
  | {
      readonly type: 'wait';
      readonly until: (state: State) => boolean;
      readonly most: Milliseconds;
      readonly required: boolean;
    }
  /** Decides on the next steps when it is reached. */
  | { readonly type: 'choose'; readonly steps: (moment: Moment) => readonly Step[] };

export const say = (long: string, short: string): Step => ({
  type: 'say',
  caption: [long, short],
});

export const press = (key: DemoKey): Step => ({ type: 'press', key });

/** Time to read; `until` cuts it short. */
export const read = (most: Milliseconds, until: (state: State) => boolean = () => false): Step => ({
  type: 'wait',
  until,
  most,
  required: false,
});

/** Longer than any run of the script takes. */
const longestWait: Milliseconds = 90_000;

export const waitFor = (until: (state: State) => boolean): Step => ({
  type: 'wait',
  until,
  most: longestWait,
  required: true,
});

export const choose = (steps: (moment: Moment) => readonly Step[]): Step => ({
  type: 'choose',
  steps,
});
