import type { State } from '../../core/profile/state.ts';

/** The lines that an event adds. */
export type Reporter = (state: State) => readonly string[];
