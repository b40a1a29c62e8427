/**
 * Takes the place of the package of this name, which writes to standard error when the program ends, whatever was drawn
 * on. Ink shows the cursor by itself when it leaves the alternate screen.
 */
export default function restoreCursor(): void {}
