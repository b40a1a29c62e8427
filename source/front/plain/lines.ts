import { createInterface } from 'node:readline';

/** The lines of an input, without blanks around them. */
export type Lines = {
  /** The next one; undefined once the input has ended. One that came early is taken first. */
  readonly next: () => Promise<string | undefined>;
  /** Gives lines that nobody waits for to `listener`, until the returned function is called. */
  readonly overhear: (listener: (line: string) => void) => () => void;
  /** Whoever waits for a line gets undefined. */
  readonly close: () => void;
};

export function openLines(input: NodeJS.ReadableStream): Lines {
  const source = createInterface({ input, terminal: false });
  const early: string[] = [];
  let hasEnded = false;
  let waiting: ((line: string | undefined) => void) | undefined;
  let listener: ((line: string) => void) | undefined;
  const settle = (line: string | undefined) => {
    const taker = waiting;
    waiting = undefined;
    taker?.(line);
  };

  source.on('line', (given) => {
    const line = given.trim();
    const take = waiting ? settle : (listener ?? ((later: string) => void early.push(later)));
    take(line);
  });
  source.on('close', () => {
    hasEnded = true;
    settle(undefined);
  });

  return {
    async next() {
      const line = early.shift();
      return line !== undefined || hasEnded
        ? line
        : new Promise((resolve) => {
            waiting = resolve;
          });
    },
    overhear(given) {
      listener = given;
      return () => {
        listener = undefined;
      };
    },
    close: () => source.close(),
  };
}
