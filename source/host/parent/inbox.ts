import { openAssembly, type Assembly } from '../../core/profile/span-slices.ts';
import type { PassFinished, Told, Whole } from '../border.ts';

type Waiting = Whole | { readonly type: 'finished'; readonly event: PassFinished };

export type Inbox = {
  readonly take: (told: Told) => void;
  /** Whether something that has arrived waits for the spans of a pass. */
  readonly isWaiting: () => boolean;
};

/** Puts passes together with their spans. Whatever comes after a pass waits for them, so that the order stays. */
export function openInbox(hear: (whole: Whole) => void): Inbox {
  const waiting: Waiting[] = [];
  const assemblies = new Map<number, Assembly>();

  const wholeOf = (told: Waiting): Whole | undefined => {
    if (told.type !== 'finished') {
      return told;
    }

    const { event } = told;
    const spans = assemblies.get(event.pass.index)?.spans();
    if (!spans) {
      return undefined;
    }

    assemblies.delete(event.pass.index);
    return { type: 'happened', event: { ...event, outcome: { ...event.outcome, spans } } };
  };

  const deliver = () => {
    for (let [first] = waiting; first; [first] = waiting) {
      const whole = wholeOf(first);
      if (!whole) {
        return;
      }

      waiting.shift();
      hear(whole);
    }
  };

  return {
    isWaiting: () => waiting.length > 0,
    take(told) {
      if (told.type === 'spans') {
        const assembly = assemblies.get(told.pass) ?? openAssembly();
        assemblies.set(told.pass, assembly);
        assembly.add(told.slice);
      } else {
        waiting.push(told);
      }

      deliver();
    },
  };
}
