import { least, totalOf } from '../../source/core/profile/span-times.ts';
import type { Spans } from '../../source/core/profile/spans.ts';
import type { Report } from '../../source/core/report/report.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { hostOf } from '../../test/helpers/terminal/host-process.ts';
import { openHeadless } from '../helpers/headless.ts';
import type { PairOf } from '../helpers/pairs.ts';
import { watchWorkers } from './outside.ts';
import type { Spell } from './spells.ts';

/** The engines in the order of their passes: the pool's workers rest while the one of `local` starts. */
export const engines = ['pool', 'local'] as const;

/** The wall of a pass, and the sums over its tasks or threads. */
export type PassTime = {
  readonly wall: Milliseconds;
  readonly onCpu: Milliseconds;
  readonly waiting: Milliseconds;
  /** Its shortest task, if tasks are reported. */
  readonly shortest?: Milliseconds;
};

/** fibtui's report of a pass, and the observation from outside. */
export type PassPair = PairOf<PassTime>;

export type Asked = { readonly size: number; readonly workers: number; readonly tasks: number };

/** Longer than any warm-up: a spell of work in which a worker computes one or more tasks without a rest. */
const longSpell: Milliseconds = 500;

/** Runs one pass of each engine in a separate program, watched from this process; in the order of `engines`. */
export async function watchedPasses(
  { size, workers, tasks }: Asked,
  launcher: readonly string[] = [],
): Promise<readonly PassPair[]> {
  const numbers = { size, workers, tasks, rounds: 1 };
  const flags = Object.entries(numbers).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const args = ['--engines', engines.join(','), '--workload', 'pair', ...flags];
  const { pid, report } = openHeadless(args, launcher);
  const [told, threads] = await Promise.all([report, hostOf(pid).then(watchWorkers)]);
  const crews = crewsOf(threads, workers);
  return engines.map((engine, index) => ({
    ours: insideOf(told, engine),
    other: outsideOf(crews[index] ?? []),
  }));
}

/** The host's guard and the calibration's thread come first, then the pool's, then the one of `local`. */
function crewsOf(
  threads: readonly (readonly Spell[])[],
  workers: number,
): readonly (readonly Spell[])[] {
  const passes = threads.slice(-(workers + 1)).flatMap(passOf);
  if (passes.length !== workers + 1) {
    throw new Error(`Of ${workers + 1} workers ${passes.length} were seen at work.`);
  }

  return [passes.slice(0, workers), passes.slice(workers)];
}

/** From the first long spell to the last: on a busy machine a worker may have to wait for its next task. */
function passOf(spells: readonly Spell[]): readonly Spell[] {
  const isLong = ({ from, to }: Spell) => to - from >= longSpell;
  const pass = spells.slice(spells.findIndex(isLong), spells.findLastIndex(isLong) + 1);
  const [first] = pass;
  const last = pass.at(-1);
  return first && last ? [{ ...sumOf(pass), from: first.from, to: last.to }] : [];
}

const sumOf = (times: readonly Pick<PassTime, 'onCpu' | 'waiting'>[]) => ({
  onCpu: sum(times.map(({ onCpu }) => onCpu)),
  waiting: sum(times.map(({ waiting }) => waiting)),
});

function insideOf({ passes }: Report, engine: string): PassTime {
  const pass = passes.find((pass) => pass.case === engine);
  if (pass?.status !== 'finished') {
    throw new Error(`The pass of ${engine} did not finish.`);
  }

  const { wall, spans } = pass;
  return { wall, ...accountOf(spans), shortest: shortestOf(spans) };
}

function accountOf(spans: Spans) {
  const [onCpu, waiting] = [totalOf(spans, 'onCpu'), totalOf(spans, 'waiting')];
  if (Number.isNaN(onCpu + waiting)) {
    throw new Error('Where the time of its tasks went is not told.');
  }

  return { onCpu, waiting };
}

export const shortestOf = ({ start, end }: Spans): Milliseconds =>
  least(end.map((time, index) => time - start[index]!));

const outsideOf = (spells: readonly Spell[]): PassTime => ({
  wall: Math.max(...spells.map(({ to }) => to)) - Math.min(...spells.map(({ from }) => from)),
  ...sumOf(spells),
});

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
