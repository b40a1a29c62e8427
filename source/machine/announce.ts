import { isDeepStrictEqual } from 'node:util';
import type { Machine, Memory } from '../core/machine/machine.ts';
import type { Observe } from '../core/profile/event.ts';
import type { Bytes } from '../core/units.ts';
import { detectAgain, detectMachine, type DetectOptions } from './detect.ts';

export type AnnounceOptions = {
  readonly system: DetectOptions['system'];
  readonly libraries: DetectOptions['libraries'];
  readonly observe: Observe;
  /** While true, changes are held back. */
  readonly quiet: () => boolean;
};

export type Announcer = {
  /** Reads again the facts that can change while the program runs. */
  readonly look: () => void;
  readonly learn: (facts: Pick<DetectOptions, 'processor' | 'available'>) => void;
};

/** Reports the machine at once, and again after every change, unless `quiet`. */
export function announceMachine({ system, libraries, observe, quiet }: AnnounceOptions): Announcer {
  let options: DetectOptions = { system, libraries };
  let latest = detectMachine(options);
  let reported = latest;
  observe({ type: 'machine-detected', machine: reported });

  const reportChange = () => {
    if (!quiet() && differs(reported, latest)) {
      reported = latest;
      observe({ type: 'machine-detected', machine: reported });
    }
  };

  return {
    look() {
      latest = detectAgain(latest, options);
      reportChange();
    },
    learn(facts) {
      options = { ...options, ...facts };
      latest = detectMachine(options);
      reportChange();
    },
  };
}

/** Whether the change is worth an event. Memory always moves a little; less than 1 % does not count. */
export function differs(shown: Machine, seen: Machine): boolean {
  return (
    memoryDiffers(shown.memory, seen.memory) ||
    !isDeepStrictEqual({ ...shown, memory: seen.memory }, seen)
  );
}

function memoryDiffers(shown: Memory, seen: Memory): boolean {
  const far = (from: Bytes, to: Bytes) => Math.abs(to - from) > from / 100;
  return far(shown.total, seen.total) || far(shown.free, seen.free) || far(shown.limit, seen.limit);
}
