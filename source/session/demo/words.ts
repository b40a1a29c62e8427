import type { Caption, Demo } from '../../core/demo.ts';

export type Words = Pick<Demo, 'caption' | 'subscribe'> & {
  readonly say: (caption: Caption | undefined) => void;
};

/** What a demo says, one thing at a time. */
export function openWords(): Words {
  const listeners = new Set<() => void>();
  let said: Caption | undefined;
  return {
    caption: () => said,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    say(caption) {
      said = caption;
      listeners.forEach((listener) => listener());
    },
  };
}
