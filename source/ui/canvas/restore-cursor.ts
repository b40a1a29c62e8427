/**
 * Replaces the package of this name, which always writes to standard error when the program ends. Ink itself shows the
 * cursor when it leaves the alternate screen.
 */
export default function restoreCursor(): void {}
