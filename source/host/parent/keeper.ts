import type { Request, Work } from '../border.ts';
import { openLine, type Line, type LineRequest } from './line.ts';

/** Keeps a host: starts it when it is first needed, and another one when that has died. */
export type Keeper = {
  /** Rejects with an `EngineError` if the work fails, with a `HostDiedError` if the host dies. */
  readonly ask: (work: Work) => Promise<void>;
  /** Does nothing if there is no host. */
  readonly send: (request: Request) => void;
  /** Resolves when the host has ended, and starts no other one. */
  readonly close: () => Promise<void>;
  /** Ends the host without waiting for anything. */
  readonly kill: () => void;
  /** The measuring process now; undefined if there is none, or if it is this one. */
  readonly pid: () => number | undefined;
  /** Whether it has work. */
  readonly isBusy: () => boolean;
  /** Whether it has told something that is not heard yet, because it is not whole. */
  readonly isWaiting: () => boolean;
};

export function openKeeper(request: LineRequest): Keeper {
  let line: Line | undefined;
  let isClosed = false;
  let works = 0;

  const start = (): Line => {
    if (isClosed) {
      throw new Error('The session is closed.');
    }

    const started = openLine(request);
    void started.ended.then(() => (line = line === started ? undefined : line));
    return started;
  };

  const ask = async (work: Work): Promise<void> => {
    works++;
    try {
      line ??= start();
      await line.ask(work);
    } finally {
      works--;
    }
  };

  return {
    ask,
    send: (told) => line?.send(told),
    async close() {
      isClosed = true;
      const last = line;
      if (last) {
        await ask({ type: 'close' }).catch(() => {});
        last.kill();
        await last.ended;
      }
    },
    kill: () => line?.kill(),
    pid: () => line?.pid,
    isBusy: () => works > 0,
    isWaiting: () => line?.isWaiting() ?? false,
  };
}
