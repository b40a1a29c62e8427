import type { Settings } from '../../core/plan/settings.ts';
import type { State } from '../../core/profile/state.ts';

/** The settings after an answer, or why it is refused. */
export type Answer =
  | {
      readonly settings: Settings;
      /** What else the answer changed. */
      readonly note?: string;
    }
  | { readonly problem: string };

/** The subject of a question. */
export type Asked = { readonly settings: Settings; readonly state: State };

/** A field of the plan as a question. An empty answer keeps the value, and no other one reaches `answer` empty. */
export type Question = {
  readonly ask: (asked: Asked) => string;
  readonly explain: (asked: Asked) => string;
  readonly answer: (text: string, settings: Settings) => Answer;
  /** Whether it is left out. */
  readonly isIdle?: (settings: Settings) => boolean;
};
