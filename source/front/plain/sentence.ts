import { capitalized } from '../../core/text/capitals.ts';

/** A line of progress or of trust as a sentence: what is marked with "!" is a problem. */
export const sentence = (text: string): string =>
  capitalized(text.replace(/^! /, 'problem: ')).replace(/(?<![.!?:])$/, '.');
