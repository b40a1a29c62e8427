import type { Ending } from './ending.ts';

/** The program around a front end. */
export type Host = {
  readonly program: NodeJS.Process;
  readonly ending: Ending;
  /** fibtui's own version. */
  readonly version: string;
  /** Versions of the libraries that take part in the measurement. */
  readonly libraries: Readonly<Record<string, string>>;
};
