import { announceMachine, type AnnounceOptions, type Announcer } from './announce.ts';
import { askProcessor, type Processor } from './cpus/processor.ts';
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
  /** Nothing is told afterwards. */
  readonly stop: () => void;
};

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
  const stopLooking = keepLooking(announcer, ask, () => state === 'watching');

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
    stop() {
      state = 'stopped';
      stopLooking();
      stopLoad();
    },
  };
}

/** Asks once, as soon as it is allowed after the first frame, and looks every second; returns what ends it. */
function keepLooking({ look, learn }: Announcer, ask: Ask, allowed: () => boolean): () => void {
  let asked = false;
  const askOnce = () => {
    if (!asked && allowed()) {
      asked = true;
      ask().then(learn, () => undefined);
    }
  };

  const first = setTimeout(askOnce, 250).unref();
  const every = setInterval(() => {
    askOnce();
    if (allowed()) {
      look();
    }
  }, 1000).unref();
  return () => {
    clearTimeout(first);
    clearInterval(every);
  };
}
