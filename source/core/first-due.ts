import type { Milliseconds } from './units.ts';

/** Something that is done when its time has come. */
export type Due = { readonly due: Milliseconds; readonly act: () => void };

/** What is done next: of what is due at the same time, the one that waits longest. */
export const firstDue = (waiting: ReadonlySet<Due>): Due | undefined =>
  // It is stable, and a set keeps its order.
  [...waiting].toSorted((one, other) => one.due - other.due).at(0);
