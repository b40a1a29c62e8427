import { count } from '../text/format.ts';
import type { Milliseconds, Share } from '../units.ts';
import { mostClusterCpus } from './ray.ts';
import { workloads, type WorkloadName } from './workload.ts';

export const engineNames = ['local', 'pool', 'python', 'ray'] as const;

export type EngineName = (typeof engineNames)[number];

export type RayTarget = {
  /** Address of a dashboard, or `ownHead`. */
  readonly at: string;
  /** Where the address comes from, as messages name it: a flag, a variable, the setup screen. */
  readonly from: string;
};

/** The target that makes fibtui start a temporary head on this machine. */
export const ownHead = 'start';

/** It was called local once: both words are taken. */
const ownHeadWords: ReadonlySet<string> = new Set([ownHead, 'local']);

export const isOwnHead = (text: string): boolean => ownHeadWords.has(text);

/** What the user asked for. `planOf` turns it into a plan. */
export type Settings = {
  readonly workload: WorkloadName;
  /** Terms per sequence. */
  readonly size: number;
  /** `auto`: enough to make `local` long enough; `cpus`: one per usable CPU; `cluster`: one per CPU of Ray's. */
  readonly tasks: number | 'auto' | 'cpus' | 'cluster';
  readonly workers: number | 'cpus';
  readonly rounds: number;
  /** Number of first rounds that include Ray. `auto`: enough for a verdict, or fewer where its tasks take long. */
  readonly rayRounds: number | 'auto';
  /** In the order of the plan; the same engine may be there twice. */
  readonly engines: readonly EngineName[];
  /** Never contacted unless Ray is one of the engines. */
  readonly ray: RayTarget;
  /** Path of the Python for the engines that compute in Python, as the user gave it; for Ray it must have Ray. */
  readonly rayPython?: string;
  /** Wait for CPUs of the cluster before a start, for this long at most. */
  readonly rayWait?: Milliseconds;
  /** Path of the certificates to trust, as the user gave it. */
  readonly rayCa?: string;
  /** Start even if the plan needs too much memory. */
  readonly force: boolean;
  /** Present if the run is meant to explain the losses of another plan. */
  readonly checks?: Check;
  /** Wait until the machine is quiet before a start, for this long at most. */
  readonly waitQuiet?: Milliseconds;
};

/** How long a start waited for a quiet machine, and whether it became quiet. */
export type Waited = {
  readonly time: Milliseconds;
  readonly quiet: boolean;
  /** What other programs took at the end; absent if the system does not report it. */
  readonly others?: Share;
};

/** How much longer the tasks of another workload took on a CPU, as a share of their useful work. */
export type Check = { readonly workload: WorkloadName; readonly slower: Share };

export const defaultSettings: Settings = {
  workload: 'list',
  size: 50_000,
  tasks: 'auto',
  workers: 'cpus',
  rounds: 5,
  rayRounds: 'auto',
  engines: ['local', 'pool'],
  ray: { at: 'http://127.0.0.1:8265', from: "Ray's own default" },
  force: false,
};

export type NumberField = 'size' | 'tasks' | 'workers' | 'rounds';

/** Settings with a range: the fields of the setup screen, and those that only flags can set. */
export type CountName = NumberField | 'rayRounds';

export type Range = { readonly least: number; readonly most: number };

export const mostRounds = 1000;

const ranges: Readonly<Record<Exclude<CountName, 'size'>, Range>> = {
  tasks: { least: 1, most: mostClusterCpus },
  workers: { least: 1, most: 1024 },
  rounds: { least: 1, most: mostRounds },
  rayRounds: { least: 1, most: mostRounds },
};

/** Both ends included. */
export const rangeOf = (field: CountName, workload: WorkloadName): Range =>
  field === 'size' ? { least: 0, most: workloads[workload].largest } : ranges[field];

/** One sentence that names the valid range; undefined if `value` is in it. */
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
    return `there can be ${range} ${field === 'rayRounds' ? 'rounds of Ray' : field}.`;
  }

  const { instead } = workloads[workload];
  const { largest } = workloads[instead];
  const wayOut = value > most && most < largest ? `, ${instead} up to ${count(largest)}` : '';
  return `${workload} takes ${range} terms${wayOut}.`;
}
