import { count } from './format.ts';
import { workloads, type WorkloadName } from './workload.ts';

export const engineNames = ['local', 'pool'] as const;

export type EngineName = (typeof engineNames)[number];

/** What the user asked for; `planOf` makes a plan of it. */
export type Settings = {
  readonly workload: WorkloadName;
  /** Terms of one sequence. */
  readonly size: number;
  /** `auto`: as many as make `local` long enough; `cpus`: one for every usable CPU. */
  readonly tasks: number | 'auto' | 'cpus';
  readonly workers: number | 'cpus';
  readonly repeats: number;
  /** In the order of the plan; the same engine may stand twice. */
  readonly engines: readonly EngineName[];
  /** Start even where memory would pass the limit. */
  readonly force: boolean;
};

export const defaultSettings: Settings = {
  workload: 'list',
  size: 50_000,
  tasks: 'auto',
  workers: 'cpus',
  repeats: 5,
  engines: ['local', 'pool'],
  force: false,
};

export type NumberField = 'size' | 'tasks' | 'workers' | 'repeats';

export type Range = { readonly least: number; readonly most: number };

const ranges: Readonly<Record<Exclude<NumberField, 'size'>, Range>> = {
  tasks: { least: 1, most: 1_000_000 },
  workers: { least: 1, most: 1024 },
  repeats: { least: 1, most: 1000 },
};

export const rangeOf = (field: NumberField, workload: WorkloadName): Range =>
  field === 'size' ? { least: 0, most: workloads[workload].largest } : ranges[field];

/** One sentence that says what would be taken instead of `value`; undefined where it is in range. */
export function rangeProblem(
  field: NumberField,
  value: number,
  workload: WorkloadName,
): string | undefined {
  const { least, most } = rangeOf(field, workload);
  if (value >= least && value <= most) {
    return undefined;
  }

  const range = `${count(least)} to ${count(most)}`;
  if (field !== 'size') {
    return `there can be ${range} ${field}.`;
  }

  const { largest } = workloads.pair;
  const wayOut = value > most && most < largest ? `, pair up to ${count(largest)}` : '';
  return `${workload} takes ${range} terms${wayOut}.`;
}
