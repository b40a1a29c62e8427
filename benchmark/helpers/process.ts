import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Milliseconds } from '../../source/core/units.ts';

/** A long-lived process that does its work once for every line it receives. */
export type Engine = {
  readonly run: () => Promise<{ readonly time: Milliseconds; readonly answer: readonly string[] }>;
  readonly close: () => void;
};

export function start([file = '', ...options]: readonly string[]): Engine {
  const child = spawn(file, options, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();

  return {
    async run() {
      child.stdin.write('\n');
      const { value, done } = await lines.next();
      if (done) {
        throw new Error(`${file} ${options.join(' ')} ended before it answered.`);
      }

      const [nanoseconds, ...answer] = value.split(' ');
      return { time: Number(nanoseconds) / 1e6, answer };
    },
    close: () => child.kill(),
  };
}
