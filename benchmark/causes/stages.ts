import { availableParallelism } from 'node:os';
import type { CauseCode } from '../../source/core/report/figures/cause-code.ts';
import { lastAllowedCpu, pinned } from '../accuracy/hog.ts';

/** How fibtui is run. */
export type Setup = {
  readonly args: readonly string[];
  /** A command that execs it. */
  readonly launcher?: readonly string[];
  /** A launcher for each process that uses as much CPU as it can get meanwhile. */
  readonly hogs?: readonly (readonly string[])[];
};

/** Something that takes time away from the pool. */
export type Stage = {
  readonly name: string;
  readonly causes: readonly CauseCode[];
  readonly staged: Setup;
  /** The same without it; absent if this machine cannot take it away. */
  readonly removed?: Setup;
};

const cpus = availableParallelism();
const plan = (size: number, tasks: number, workers: number = cpus): readonly string[] =>
  `--size ${size} --tasks ${tasks} --workers ${workers} --rounds 5`.split(' ');

/** Passes of a few tenths of a second: long enough for the kernel's ticks of 10 ms. */
const usual = plan(50_000, 14 * cpus);
/** Enough of them that the last one of each worker weighs little. */
const manyTasks = plan(50_000, 50 * cpus);
const inCache = [...plan(30_000, 60 * cpus), '--workload', 'pair'];
const withList = plan(20_000, 40 * cpus);

/** Five tasks on four workers, or the same on fewer CPUs: the last wave holds a single task. */
const crew = Math.min(4, cpus);

export const quiet: Setup = { args: usual };

export const stages: readonly Stage[] = [
  {
    name: 'two hogs',
    causes: ['other-load'],
    staged: { args: inCache, hogs: [[], []] },
    removed: { args: inCache },
  },
  {
    name: 'more workers than CPUs',
    causes: ['more-workers-than-cpus'],
    staged: { args: plan(50_000, 14 * cpus, 2 * cpus) },
  },
  {
    name: 'an affinity of one CPU',
    causes: ['one-cpu'],
    staged: {
      args: [...plan(30_000, 60, 2), '--workload', 'pair'],
      launcher: pinned(lastAllowedCpu()),
    },
    removed: { args: [...plan(30_000, 60, 2), '--workload', 'pair'] },
  },
  {
    name: 'tasks of ten terms',
    causes: ['short-tasks'],
    staged: { args: plan(10, 2000) },
    removed: { args: plan(10_000, 2000) },
  },
  {
    name: 'five long tasks on four workers',
    causes: ['too-few-tasks'],
    staged: { args: [...plan(300_000, crew + 1, crew), '--workload', 'pair'] },
    removed: { args: [...plan(300_000, 2 * crew, crew), '--workload', 'pair'] },
  },
  {
    name: 'list, limited by memory',
    causes: ['memory-bandwidth'],
    staged: { args: manyTasks },
    removed: { args: [...manyTasks, '--workload', 'pair'] },
  },
  {
    name: "bigint's collector",
    causes: ['garbage-collection'],
    staged: { args: [...plan(20_000, 40 * cpus), '--workload', 'bigint'] },
    removed: { args: withList },
  },
  {
    name: 'nice -n 19 beside a hog',
    causes: ['other-load'],
    staged: { args: inCache, launcher: ['nice', '-n', '19'], hogs: [[]] },
    removed: { args: inCache, launcher: ['nice', '-n', '19'] },
  },
];
