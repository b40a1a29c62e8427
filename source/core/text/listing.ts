/** "A, B and C". */
export const allOf = (parts: readonly string[]): string => joined(parts, 'and');

/** "a, b or c". */
export const anyOf = (parts: readonly string[]): string => joined(parts, 'or');

const joined = (parts: readonly string[], word: string): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}` : parts.join('');
