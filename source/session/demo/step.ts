import type { Caption } from '../../core/session/demo.ts';
import type { State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';

/** The keys that a script presses, and what a terminal sends for them. */
export const keySequences = { enter: '\r', left: '\u001B[D', right: '\u001B[C' } as const;

export type DemoKey = keyof typeof keySequences;

/** What a script decides by. */
export type Moment = {
  readonly state: State;
  /** Since the script began. */
  readonly elapsed: Milliseconds;
};

/** One step of a script; a script is a list of them. */
export type Step =
  | { readonly type: 'say'; readonly caption: Caption }
  | { readonly type: 'press'; readonly key: DemoKey }
  /** Until this holds, but no longer than so much time. Where it has to hold and does not, the script ends. */
  | {
      readonly type: 'wait';
      readonly until: (state: State) => boolean;
      readonly most: Milliseconds;
      readonly has: boolean;
    }
  /** The steps come next that fit what is there by then. */
  | { readonly type: 'choose'; readonly steps: (moment: Moment) => readonly Step[] };

export const say = (long: string, short: string): Step => ({
  type: 'say',
  caption: [long, short],
});

export const press = (key: DemoKey): Step => ({ type: 'press', key });

/** Time to read; cut short where this holds. */
export const read = (most: Milliseconds, until: (state: State) => boolean = () => false): Step => ({
  type: 'wait',
  until,
  most,
  has: false,
});

/** Longer than anything takes that is worth waiting for. */
const patience: Milliseconds = 90_000;

export const awaited = (until: (state: State) => boolean): Step => ({
  type: 'wait',
  until,
  most: patience,
  has: true,
});

export const choose = (steps: (moment: Moment) => readonly Step[]): Step => ({
  type: 'choose',
  steps,
});
