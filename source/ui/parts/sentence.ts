import { failureOf, told } from '../../core/failure.ts';

/** An error as the screen shows it: the failure and its hint. */
export const sentenceOf = (error: unknown): string => told(failureOf(error));
