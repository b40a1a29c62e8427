import { announceMachine, type AnnounceOptions, type Announcer } from './announce.ts';
import { askProcessor, type Processor } from './cpus/processor.ts';
import type { Milliseconds } from '../core/units.ts';
import { watchLoad } from './cpus/watch-load.ts';

type Ask = () => Promise<Processor>;

export type WatchOptions = Omit<AnnounceOptions, 'quiet'> & {
  /** Asked once; an answer that fails or never comes changes nothing. */
  readonly ask?: Ask;
};

export type MachineWatch = {
  /** While a pass is timed: nothing but the load is told, and nothing is spawned. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Resolves when the facts that take their time to find out are there, and in any case after 2 s. */
  readonly ready: () => Promise<void>;
  /** Nothing is told afterwards. */
  readonly stop: () => void;
};

const longestWait: Milliseconds = 2000;

/**
 * Tells what the machine is, before this function returns, and from then on what changes about it:
 * `machine-detected` and, every 500 ms, `load-sampled`. Its timers do not keep the program running.
 */
export function watchMachine({
  ask = async () => askProcessor(options.system.platform),
  ...options
}: WatchOptions): MachineWatch {
  let state: 'watching' | 'paused' | 'stopped' = 'watching';
  const announcer = announceMachine({ ...options, quiet: () => state !== 'watching' });
  const stopLoad = watchLoad(options);
  const { learned, stop } = keepLooking(announcer, ask, () => state === 'watching');

  return {
    pause() {
      state = state === 'stopped' ? state : 'paused';
    },
    resume() {
      if (state === 'paused') {
        state = 'watching';
        announcer.look();
      }
    },
    ready: async () => sooner(learned, longestWait),
    stop() {
      state = 'stopped';
      stop();
      stopLoad();
    },
  };
}

/** Asks once, as soon as it is allowed after the first frame, and looks every second; `learned` when it was answered. */
function keepLooking({ look, learn }: Announcer, ask: Ask, allowed: () => boolean) {
  let asked = false;
  let answered = () => {};
  const learned = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const askOnce = () => {
    if (!asked && allowed()) {
      asked = true;
      void ask()
        .then(learn, () => undefined)
        .finally(answered);
    }
  };

  const first = setTimeout(askOnce, 250).unref();
  const every = setInterval(() => {
    askOnce();
    if (allowed()) {
      look();
    }
  }, 1000).unref();
  const stop = () => {
    clearTimeout(first);
    clearInterval(every);
    answered();
  };
  return { learned, stop };
}

async function sooner(event: Promise<void>, limit: Milliseconds): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limit);
  });
  await Promise.race([event, late]);
  clearTimeout(timer);
}
