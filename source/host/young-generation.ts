/**
 * A flag of Node for the host: its main thread hands out tasks and keeps little, so that a small young generation (two
 * semi-spaces of 1 MB instead of 32) saves memory and costs no time.
 */
export const smallSemiSpace = '--max-semi-space-size=1';

/** Gives threads that start from now on the usual young generation, unless the user's own flags say how large it is. */
export const usualSemiSpace = (flags: readonly string[]): string | undefined =>
  flags.some((flag) => isAboutIt(flag) && flag !== smallSemiSpace)
    ? undefined
    : '--max-semi-space-size=0';

const isAboutIt = (flag: string): boolean => /^--max[-_]semi[-_]space[-_]size=/.test(flag);
