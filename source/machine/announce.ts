import type { Observe } from '../core/profile/event.ts';
import { detectAgain, detectMachine, type DetectOptions } from './detect.ts';
import { differs } from './difference.ts';
import type { Processor } from './cpus/processor.ts';

export type AnnounceOptions = {
  readonly system: DetectOptions['system'];
  readonly libraries: DetectOptions['libraries'];
  readonly observe: Observe;
  /** Asked before anything is told. */
  readonly quiet: () => boolean;
};

export type Announcer = {
  /** Reads again what changes by itself. */
  readonly look: () => void;
  readonly learn: (processor: Processor) => void;
};

/** Tells at once what the machine is, and again whenever it is found to be different and telling is allowed. */
export function announceMachine({ system, libraries, observe, quiet }: AnnounceOptions): Announcer {
  let options: DetectOptions = { system, libraries };
  let latest = detectMachine(options);
  let told = latest;
  observe({ type: 'machine-detected', machine: told });

  const tell = () => {
    if (!quiet() && differs(told, latest)) {
      told = latest;
      observe({ type: 'machine-detected', machine: told });
    }
  };

  return {
    look() {
      latest = detectAgain(latest, options);
      tell();
    },
    learn(processor) {
      options = { ...options, processor };
      latest = detectMachine(options);
      tell();
    },
  };
}
