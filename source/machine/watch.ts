import { announceMachine, type AnnounceOptions, type Announcer } from './announce.ts';
import { askProcessor, type Processor } from './cpus/processor.ts';
import type { Bytes, Milliseconds } from '../core/units.ts';
import { askAvailable } from './memory.ts';
import type { System } from './system.ts';
import { watchLoad } from './cpus/load.ts';
import { settledWithin } from './settled-within.ts';

type Ask = () => Promise<Processor>;
type AskMemory = () => Promise<Bytes | undefined>;

export type WatchOptions = Omit<AnnounceOptions, 'quiet'> & {
  /** Called once. If it fails or never answers, nothing changes. */
  readonly ask?: Ask;
  /** Called again and again, where it is given: a start must not be decided by memory that was free long ago. */
  readonly askMemory?: AskMemory | undefined;
};

export type MachineWatch = {
  /** For the time of a pass: only the load is reported, and nothing is spawned. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Resolves when the slow facts are known, after 2 s at the latest. */
  readonly ready: () => Promise<void>;
  /** Ends all reports. */
  readonly stop: () => void;
};

const longestWait: Milliseconds = 2000;

/**
 * Reports `machine-detected` before it returns and after every change, and `load-sampled` every 500 ms. Its timers do
 * not keep the program running.
 */
export function watchMachine({
  ask = async () => askProcessor(options.system.platform),
  askMemory,
  ...options
}: WatchOptions): MachineWatch {
  let state: 'watching' | 'paused' | 'stopped' = 'watching';
  const announcer = announceMachine({ ...options, quiet: () => state !== 'watching' });
  const stopLoad = watchLoad(options);
  const allowed = () => state === 'watching';
  const { learned, stop } = keepLooking(announcer, ask, allowed);
  const memoryQuestion = askMemory ?? memoryQuestionOf(options.system);
  const memory = memoryQuestion && keepAsking(announcer, memoryQuestion, allowed);

  return {
    pause() {
      state = state === 'stopped' ? state : 'paused';
    },
    resume() {
      if (state === 'paused') {
        state = 'watching';
        announcer.look();
        memory?.now();
      }
    },
    ready: async () => settledWithin(learned, longestWait),
    stop() {
      state = 'stopped';
      stop();
      memory?.stop();
      stopLoad();
    },
  };
}

/**
 * Asks once, when allowed after the first frame, and looks every second. `learned` resolves after the answer; `stop`
 * ends it.
 */
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
        .then(
          (processor) => learn({ processor }),
          () => undefined,
        )
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

const memoryQuestionOf = (system: System): AskMemory | undefined =>
  system.platform === 'darwin' ? async () => askAvailable(system) : undefined;

/** An answer older than this decides nothing. */
const memoryPeriod: Milliseconds = 2000;

/** Asks how much memory is available, at once and again and again while allowed. */
function keepAsking({ learn }: Announcer, askMemory: AskMemory, allowed: () => boolean) {
  let isAsking = false;
  const now = () => {
    if (isAsking || !allowed()) {
      return;
    }

    isAsking = true;
    void askMemory()
      .then(
        (available) => available !== undefined && learn({ available }),
        () => undefined,
      )
      .finally(() => (isAsking = false));
  };
  const first = setTimeout(now, 250).unref();
  const every = setInterval(now, memoryPeriod).unref();
  const stop = () => {
    clearTimeout(first);
    clearInterval(every);
  };
  return { now, stop };
}
