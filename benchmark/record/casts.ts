import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bytes, duration } from '../../source/core/text/format.ts';
import type { Bytes, Milliseconds } from '../../source/core/units.ts';
import { castOf } from '../../test/helpers/casts/casts.ts';
import { atMost, type Bar } from '../helpers/bars.ts';
import { besideHogs } from '../helpers/hogs.ts';
import { runFor } from '../helpers/program.ts';

/** The recording of a run in a terminal of 80x24. */
type RecordedRun = {
  readonly size: Bytes;
  /** From the first frame to the last. */
  readonly length: Milliseconds;
  /** Times between two frames while passes ran. */
  readonly gaps: readonly Milliseconds[];
};

const minute: Milliseconds = 60_000;
const busyLength: Milliseconds = 20_000;
const mostBytes: Bytes = 300e3;
const longestGap: Milliseconds = 1500;

/** Records a minute of a run, and a shorter one while other processes use every CPU as much as they can. */
export async function judgeCasts(folder: string): Promise<readonly Bar[]> {
  const quiet = await recorded(join(folder, 'quiet.cast'), minute);
  print('A run of local and pool, filmed at 80x24', quiet);
  const others = Array.from({ length: availableParallelism() }, () => []);
  const busy = await besideHogs(others, async () =>
    recorded(join(folder, 'busy.cast'), busyLength),
  );
  print(`The same beside ${others.length} processes that never rest`, busy);
  console.log();
  return [
    atMost('the film of a minute', (quiet.size / quiet.length) * minute, {
      most: mostBytes,
      show: bytes,
    }),
    atMost('time between two of its frames', Math.max(...quiet.gaps), {
      most: longestGap,
      show: duration,
    }),
    atMost('the same on busy CPUs', Math.max(...busy.gaps), { most: longestGap, show: duration }),
  ];
}

function print(what: string, { size, length, gaps }: RecordedRun): void {
  const frames = `${gaps.length + 1} frames, no two of them further apart than ${duration(Math.max(...gaps))}`;
  console.log(
    `${what}\n  ${duration(length)} in ${bytes(size)}, ${bytes((size / length) * 1000)} a second\n  ${frames}`,
  );
}

async function recorded(file: string, time: Milliseconds): Promise<RecordedRun> {
  await runFor(time, '--no-history', '--record', file);
  return runIn(await readFile(file, 'utf8'));
}

function runIn(text: string): RecordedRun {
  const { events } = castOf(text);
  const began = events.findIndex(({ code }) => code === 'm');
  if (began < 0) {
    throw new Error('No pass was filmed.');
  }

  const running = events.slice(began).flatMap(({ code, at }) => (code === 'o' ? [at * 1000] : []));
  const [first, last] = [events[0]?.at ?? 0, events.at(-1)?.at ?? 0];
  return {
    size: Buffer.byteLength(text),
    length: (last - first) * 1000,
    gaps: running.slice(1).map((at, index) => at - running[index]!),
  };
}
