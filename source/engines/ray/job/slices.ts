import { setImmediate } from 'node:timers';

export type Slices = {
  readonly read: (text: string) => void;
  readonly restart: () => void;
  /** Resolves once all text has been passed on. */
  readonly settled: () => Promise<void>;
};

/** Some hundred lines of a driver, which take a few milliseconds. */
const length = 64 * 1024;

/** `text` is undefined for a restart. */
type Waiting = { readonly text: string | undefined; at: number };

/** Passes text on in slices, in its order: a short one at once, the rest of a long one with other work in between. */
export function openSlices(read: (slice: string) => void, restart: () => void): Slices {
  let waiting: Waiting[] = [];
  let pumped: Promise<void> | undefined;

  /** Passes one slice on, and what is short before it. */
  const pass = () => {
    let room = length;
    const done = waiting.findIndex((one) => {
      if (one.text === undefined) {
        restart();
        return false;
      }

      const slice = one.text.slice(one.at, one.at + room);
      one.at += slice.length;
      room -= slice.length;
      read(slice);
      return one.at < one.text.length;
    });
    waiting = done < 0 ? [] : waiting.slice(done);
  };

  const pump = async () => {
    while (waiting.length > 0) {
      await new Promise<void>((resolve) => void setImmediate(resolve));
      pass();
    }

    pumped = undefined;
  };

  const add = (text: string | undefined) => {
    waiting.push({ text, at: 0 });
    if (!pumped) {
      pass();
      pumped = waiting.length > 0 ? pump() : undefined;
    }
  };

  return {
    read: add,
    restart: () => add(undefined),
    settled: async () => pumped ?? Promise.resolve(),
  };
}
