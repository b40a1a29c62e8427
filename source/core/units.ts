/** Wall or CPU time, with fractions: the clock ticks in nanoseconds. */
export type Milliseconds = number;

/** For what people type; the program computes in milliseconds. */
export type Seconds = number;

export type Bytes = number;

/** From 0 to 1. */
export type Share = number;
