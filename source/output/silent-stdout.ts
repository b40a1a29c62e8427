import { methodOf, stdoutWith } from './stdout-with.ts';

/** The terminal, without what is written to it while it is silent. Whoever waits for such a write is answered. */
export const stdoutWithout = (
  terminal: NodeJS.WriteStream,
  isSilent: () => boolean,
): NodeJS.WriteStream => {
  const write = (...given: readonly unknown[]): unknown => {
    if (!isSilent()) {
      return methodOf(terminal, 'write')?.(...given);
    }

    const done = given.at(-1);
    if (typeof done === 'function') {
      queueMicrotask(() => void done());
    }

    return true;
  };
  return stdoutWith(terminal, { write: () => write });
};
