import { failureOf, told } from '../../core/failure.ts';

/** What was thrown, as the screen says it: what happened, and what can be done about it. */
export const sentenceOf = (error: unknown): string => told(failureOf(error));
