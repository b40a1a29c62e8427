import type { State } from './state.ts';

/** Exit codes of a program that a signal ended: 128 + the signal's number. */
export const signalExitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export type EndingSignal = keyof typeof signalExitCodes;

/** Something is not as it was asked to be. */
export const unmetExitCode = 3;

/** 1 if a pass of the last profile failed, else 0; an interruption takes precedence. */
export function exitCodeOf({ profile }: State, interruption: EndingSignal | undefined): number {
  if (interruption) {
    return signalExitCodes[interruption];
  }

  return profile?.passes.some(({ outcome }) => outcome.status === 'failed') ? 1 : 0;
}
