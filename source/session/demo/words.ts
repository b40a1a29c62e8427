import type { Caption, Demo } from '../../core/session/demo.ts';
import { openListeners } from '../../core/listeners.ts';

export type Words = Pick<Demo, 'caption' | 'subscribe'> & {
  readonly say: (caption: Caption | undefined) => void;
};

/** What a demo says, one thing at a time. */
export function openWords(): Words {
  const listeners = openListeners();
  let said: Caption | undefined;
  return {
    caption: () => said,
    subscribe: listeners.subscribe,
    say(caption) {
      said = caption;
      listeners.tell();
    },
  };
}
