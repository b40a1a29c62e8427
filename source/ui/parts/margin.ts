/** From this content width on, rows keep a margin and bars say how the tasks ran. */
const wide = 70;

export const isWide = (width: number): boolean => width >= wide;

/** Blanks at both ends of a row. */
export const marginOf = (width: number): string => (isWide(width) ? '  ' : '');
