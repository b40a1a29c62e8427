import type { Option } from 'commander';
import { UsageError } from '../core/failure.ts';
import type { Milliseconds } from '../core/units.ts';
import { commandWords } from './command-names.ts';
import { flag, quote } from './flag.ts';

export const waitFlag = (): Option =>
  flag(
    '--wait-quiet [time]',
    'wait for a quiet machine before a run, at most this long: 1s to 60min (default 60s)',
    waitOf,
  ).preset('60s');

/** Scaling a cluster from zero takes a minute or two. */
export const rayWaitFlag = (): Option =>
  flag(
    '--ray-wait <time>',
    'wait for CPUs of the cluster before a run, one for each task if --tasks is a number, at most this long: 1s to 60min',
    waitOf,
  );

const units = { s: 1000, min: 60_000 } as const;
const longest: Milliseconds = 60 * units.min;

function waitOf(text: string, name: string): Milliseconds {
  refuseCommand(text, name);
  const [, number = '', unit = 's'] = /^(\d+(?:\.\d+)?) ?(s|min)?$/.exec(text) ?? [];
  const time = Number(number) * (unit === 'min' ? units.min : units.s);
  if (number === '' || time < units.s || time > longest) {
    throw new UsageError(
      `${name} ${quote(text)} is not a time from 1s to 60min: write it like 60s or 2min.`,
    );
  }

  return time;
}

/** The user left the time out, so Commander took the command that follows. */
function refuseCommand(word: string, name: string): void {
  if (word === 'run') {
    throw new UsageError(`run comes first: fibtui run ${name}.`);
  }

  if (commandWords.includes(word)) {
    throw new UsageError(`${name} is a flag of fibtui, not of fibtui ${word}: leave it out.`);
  }
}
