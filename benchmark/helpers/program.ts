import { openWindow, readable } from './window.ts';

/** A program in a terminal. */
export type Program = {
  readonly pid: number;
  readonly press: (keys: string) => void;
  /** Resolves when this is written, from the last time on that something was waited for. */
  readonly until: (words: string) => Promise<void>;
  readonly ended: Promise<number>;
};

export function openProgram(command: readonly string[]): Program {
  let written = '';
  let look = () => {};
  const { pid, press, ended } = openWindow({
    command,
    columns: 80,
    rows: 24,
    onText(text) {
      written += text;
      look();
    },
  });
  const early = ended.then((code) => {
    throw new Error(`The program ended with ${code}:\n${readable(written).slice(-2000)}`);
  });
  // It ends in good order after the last wait.
  early.catch(() => {});

  return {
    pid,
    press,
    ended,
    async until(words) {
      const shown = new Promise<void>((resolve) => {
        look = () => {
          if (readable(written).includes(words)) {
            resolve();
          }
        };
        look();
      });
      await Promise.race([shown, early]);
      written = '';
      look = () => {};
    },
  };
}
