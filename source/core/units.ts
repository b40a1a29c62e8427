/** Wall or CPU time; fractions are kept, the clock ticks in nanoseconds. */
export type Milliseconds = number;

/** What people type; inside it is milliseconds. */
export type Seconds = number;

export type Bytes = number;

/** A part of a whole, from 0 to 1. */
export type Share = number;
