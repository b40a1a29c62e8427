import { count } from '../text/format.ts';
import type { Share } from '../units.ts';
import { workloads, type WorkloadName } from './workload.ts';

export const engineNames = ['local', 'pool', 'ray'] as const;

export type EngineName = (typeof engineNames)[number];

/** Where Ray is: the address of a dashboard, or a head of fibtui's own. */
export type RayTarget = {
  readonly at: string;
  /** What named it, as a message may say it: a flag, a variable, the setup screen. */
  readonly from: string;
};

/** The target that is a head of fibtui's own, on this machine. */
export const ownHead = 'local';

/** What the user asked for; `planOf` makes a plan of it. */
export type Settings = {
  readonly workload: WorkloadName;
  /** Terms of one sequence. */
  readonly size: number;
  /** `auto`: as many as make `local` long enough; `cpus`: one for every usable CPU; `cluster`: one for each of Ray's. */
  readonly tasks: number | 'auto' | 'cpus' | 'cluster';
  readonly workers: number | 'cpus';
  readonly repeats: number;
  /** Ray takes part in so many of the first rounds. */
  readonly rayRepeats: number;
  /** In the order of the plan; the same engine may stand twice. */
  readonly engines: readonly EngineName[];
  /** Asked for nothing, and sent nothing, until Ray is one of the engines. */
  readonly ray: RayTarget;
  /** Start even where memory would pass the limit. */
  readonly force: boolean;
  /** Where it is run to explain what another plan lost. */
  readonly checks?: Check;
};

/** By which part of their useful work the tasks of another workload took longer on a CPU. */
export type Check = { readonly workload: WorkloadName; readonly slower: Share };

export const defaultSettings: Settings = {
  workload: 'list',
  size: 50_000,
  tasks: 'auto',
  workers: 'cpus',
  repeats: 5,
  rayRepeats: 3,
  engines: ['local', 'pool'],
  ray: { at: 'http://127.0.0.1:8265', from: "Ray's own default" },
  force: false,
};

export type NumberField = 'size' | 'tasks' | 'workers' | 'repeats';

/** What has a range: the fields of the setup screen, and what flags alone can set. */
export type CountName = NumberField | 'rayRepeats';

export type Range = { readonly least: number; readonly most: number };

const ranges: Readonly<Record<Exclude<CountName, 'size'>, Range>> = {
  tasks: { least: 1, most: 1_000_000 },
  workers: { least: 1, most: 1024 },
  repeats: { least: 1, most: 1000 },
  rayRepeats: { least: 1, most: 1000 },
};

/** Both ends are taken, too. */
export const rangeOf = (field: CountName, workload: WorkloadName): Range =>
  field === 'size' ? { least: 0, most: workloads[workload].largest } : ranges[field];

/** One sentence that says what would be taken instead of `value`; undefined where it is in range. */
export function rangeProblem(
  field: CountName,
  value: number,
  workload: WorkloadName,
): string | undefined {
  const { least, most } = rangeOf(field, workload);
  if (value >= least && value <= most) {
    return undefined;
  }

  const range = `${count(least)} to ${count(most)}`;
  if (field !== 'size') {
    return `there can be ${range} ${field === 'rayRepeats' ? 'repeats of Ray' : field}.`;
  }

  const { instead } = workloads[workload];
  const { largest } = workloads[instead];
  const wayOut = value > most && most < largest ? `, ${instead} up to ${count(largest)}` : '';
  return `${workload} takes ${range} terms${wayOut}.`;
}
