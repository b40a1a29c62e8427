/** Explains the screen: a long form, and a short one for narrow windows. */
export type Caption = readonly [long: string, short: string];

/** A demo, as the screen sees it. */
export type Demo = {
  /** Whether it plays recorded runs and measures nothing. */
  readonly recorded: boolean;
  /** Whether somebody sits there who can take over. */
  readonly attended: boolean;
  /** The current caption; undefined once the person has taken over. */
  readonly caption: () => Caption | undefined;
  /** Calls `listener` when the caption changes, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
};
