import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expectedAnswer } from '../source/core/plan/answer.ts';
import { count, duration } from '../source/core/text/format.ts';
import { median } from '../source/core/statistics.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { judge, type Bar } from './helpers/bars.ts';
import { headline } from './helpers/command.ts';
import { start, type Engine } from './helpers/process.ts';
import { engines, type Candidate, type EngineName } from './kernel/engines.ts';

// How fast is the kernel? One thread, warm memory, compared with other implementations: `npm run bench:kernel`.

const size = 100_000;
const warmUps = 5;
const rounds = 15;

/** Lets V8's helper threads finish their garbage collection before the next engine is measured. */
const pause: Milliseconds = 30;

/** The bars of `list`: its time may be at most this multiple of the other's. */
const most: readonly (readonly [EngineName, number])[] = [
  ['python', 1 / 6],
  ['bigint', 1 / 5],
  ['c', 1.7],
];

type Running = Candidate & { readonly engine: Engine; readonly times: Milliseconds[] };

const temporary = await mkdtemp(join(tmpdir(), 'fibtui-kernel-'));
try {
  const candidates = engines(size, temporary);
  const running = candidates.flatMap(open);
  await measure(running);
  headline(`${count(size)} terms, one thread, ${rounds} interleaved warm runs`);
  console.log(candidates.map((candidate) => line(candidate, running)).join('\n'));
  console.log();
  judge(most.flatMap((bar) => compared(bar, running)));
} finally {
  await rm(temporary, { recursive: true });
}

function open(candidate: Candidate): readonly Running[] {
  const { found } = candidate;
  return 'command' in found ? [{ ...candidate, engine: start(found.command), times: [] }] : [];
}

async function measure(running: readonly Running[]): Promise<void> {
  for (let round = -warmUps; round < rounds; round++) {
    for (const { name, engine, times } of running) {
      await setTimeout(pause);
      const { time, answer } = await engine.run();
      verify(name, answer);
      if (round >= 0) {
        times.push(time);
      }
    }
  }

  running.forEach(({ engine }) => engine.close());
}

/** Our kernels prove that they kept the list; Python and C prove the last term only; `fill` proves nothing. */
function verify(name: EngineName, answer: readonly string[]): void {
  const { digest, kept } = expectedAnswer('list', size);
  const proof = name === 'list' || name === 'bigint' ? [digest, kept] : [digest];
  if (name !== 'fill' && answer.join() !== proof.join()) {
    throw new Error(`${name} answers ${answer.join(' ')} instead of ${proof.join(' ')}.`);
  }
}

function line({ name, title, found }: Candidate, running: readonly Running[]): string {
  if ('missing' in found) {
    return `${title.padEnd(24)} skipped: ${found.missing}`;
  }

  const times = timesOf(name, running);
  const range = `${duration(Math.min(...times))} … ${duration(Math.max(...times))}`;
  return `${title.padEnd(24)} ${duration(median(times)).padStart(8)}   ${range}`;
}

/** No bar if the other engine is missing on this machine. */
function compared(
  [other, most]: readonly [EngineName, number],
  running: readonly Running[],
): readonly Bar[] {
  const times = timesOf(other, running);
  if (times.length === 0) {
    return [];
  }

  const ratio = median(timesOf('list', running)) / median(times);
  const asked = most < 1 ? `at least ${1 / most}x as fast` : `at most ${most}x as long`;
  const seen = most < 1 ? `${(1 / ratio).toFixed(1)}x as fast` : `${ratio.toFixed(2)}x as long`;
  return [{ what: `list against ${other}`, seen, asked, held: ratio <= most }];
}

function timesOf(name: EngineName, running: readonly Running[]): readonly Milliseconds[] {
  return running.find((engine) => engine.name === name)?.times ?? [];
}
