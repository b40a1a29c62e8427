import { failureOf, describe } from '../../core/failure.ts';

/** An error as the screen shows it: the failure and its hint. */
export const sentenceOf = (error: unknown): string => describe(failureOf(error));
