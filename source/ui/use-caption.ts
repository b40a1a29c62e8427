import { useSyncExternalStore } from 'react';
import type { Demo } from '../core/session/demo.ts';

const silent = { caption: () => undefined, subscribe: () => () => {} };

/** Draws again whenever a demo says something else. */
export function useCaption({ caption, subscribe }: Pick<Demo, 'caption' | 'subscribe'> = silent) {
  useSyncExternalStore(subscribe, caption);
}
