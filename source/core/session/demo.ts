/** What is said about what the screen shows: the long way to say it, and one for a narrow window. */
export type Caption = readonly [long: string, short: string];

/** A demonstration, as the screen shows it. */
export type Demo = {
  /** Whether its runs were measured before: nothing is measured here. */
  readonly recorded: boolean;
  /** What is said now; nothing once somebody has taken over. */
  readonly caption: () => Caption | undefined;
  /** Calls `listener` whenever that changes, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
};
