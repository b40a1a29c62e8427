import { failureOf } from '../core/failure.ts';

/** What was thrown, as the screen says it: what happened, and what can be done about it. */
export function sentenceOf(error: unknown): string {
  const { message, hint } = failureOf(error);
  return `${message} ${hint}`;
}
