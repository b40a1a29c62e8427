export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A line of progress or of trust as a sentence: what is marked with "!" is a problem. */
export const sentence = (text: string): string =>
  capitalized(text.replace(/^! /, 'problem: ')).replace(/(?<![.!?:])$/, '.');
