import { useSyncExternalStore } from 'react';
import type { Demo } from '../core/session/demo.ts';

const silent = { caption: () => undefined, subscribe: () => () => {} };

/** Redraws when the caption of a demo changes. */
export function useCaption({ caption, subscribe }: Pick<Demo, 'caption' | 'subscribe'> = silent) {
  useSyncExternalStore(subscribe, caption);
}
