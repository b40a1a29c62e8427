import type { TrustLevel } from '../report/trust/trust-lines.ts';

/** What checks are about, in the order in which they are shown. */
export const topics = [
  'CPUs',
  'Load',
  'Memory',
  'Terminal',
  'Node',
  'Python',
  'Ray',
  'Runs',
  'Cache',
] as const;

export type Topic = (typeof topics)[number];

/** One thing that a run here would meet. */
export type Check = {
  readonly topic: Topic;
  readonly name: string;
  readonly level: TrustLevel;
  /** The fact and, after a colon, its meaning, unless all is well. */
  readonly text: string;
  /** What to do about it, in a sentence. */
  readonly remedy?: string;
};
