import { allOf } from '../text/listing.ts';
import type { EngineName } from './settings.ts';
import { workloads, type Workload, type WorkloadName } from './workload.ts';

/** Everything that the rest of the program may know about an engine: it never compares engine names. */
export type EngineTraits = {
  /** On this machine, or on the cluster of a `RayTarget`. */
  readonly where: 'here' | 'cluster';
  /** One worker runs all tasks in a row, which makes the engine the reference; many share them. */
  readonly workers: 'one' | 'many';
  /** Task times can be compared only within one language. */
  readonly language: 'JavaScript' | 'Python';
  readonly takes: (workload: Workload) => boolean;
  /** The clock of its spans. */
  readonly clock: 'local' | 'driver';
  /** The most that it reports about a span: also the time spent waiting for a CPU, or only the CPU time. */
  readonly reports: 'waiting' | 'cpu';
  readonly mark: { readonly letter: string; readonly fill: string; readonly plainFill: string };
  /** Its place in the palette. */
  readonly tone: 'first' | 'second' | 'third' | 'fourth';
};

const existsInPython = ({ pythonBytes }: Workload): boolean => pythonBytes !== undefined;

export const engineTraits: Readonly<Record<EngineName, EngineTraits>> = {
  local: {
    where: 'here',
    workers: 'one',
    language: 'JavaScript',
    takes: () => true,
    clock: 'local',
    reports: 'waiting',
    mark: { letter: 'L', fill: '█', plainFill: '#' },
    tone: 'first',
  },
  pool: {
    where: 'here',
    workers: 'many',
    language: 'JavaScript',
    takes: () => true,
    clock: 'local',
    reports: 'waiting',
    mark: { letter: 'P', fill: '▓', plainFill: '=' },
    tone: 'second',
  },
  python: {
    where: 'here',
    workers: 'one',
    language: 'Python',
    takes: existsInPython,
    clock: 'local',
    reports: 'cpu',
    mark: { letter: 'Y', fill: '▚', plainFill: '+' },
    tone: 'fourth',
  },
  ray: {
    where: 'cluster',
    workers: 'many',
    language: 'Python',
    takes: existsInPython,
    clock: 'driver',
    reports: 'cpu',
    mark: { letter: 'R', fill: '▒', plainFill: '%' },
    tone: 'third',
  },
};

export const runsHere = (engine: EngineName): boolean => engineTraits[engine].where === 'here';

export const needsCluster = (engines: readonly EngineName[]): boolean =>
  engines.some((engine) => !runsHere(engine));

/** Whether it can be the reference that the others are compared with. */
export const runsInARow = (engine: EngineName): boolean => engineTraits[engine].workers === 'one';

/** Whether a task takes as long as on the reference, because it runs the same code. */
export const computesAlike = (engine: EngineName): boolean =>
  engineTraits[engine].language === 'JavaScript';

/** Whether any of them needs a Python: here, or on the cluster. */
export const needsPython = (engines: readonly EngineName[]): boolean =>
  engines.some((engine) => !computesAlike(engine));

export const takes = (engine: EngineName, workload: WorkloadName): boolean =>
  engineTraits[engine].takes(workloads[workload]);

/** The engines that do not have the workload. */
export const enginesWithout = (
  engines: readonly EngineName[],
  workload: WorkloadName,
): readonly EngineName[] => engines.filter((engine) => !takes(engine, workload));

/** "on Ray", "in Python": where a workload is missing that these engines do not have. */
export const whereMissing = (missing: readonly EngineName[]): string =>
  missing.some(runsHere) ? 'in Python' : 'on Ray';

/** "Ray", "python", "python and Ray". */
export const namesOfMissing = (missing: readonly EngineName[]): string =>
  allOf([...new Set(missing.map((engine) => (runsHere(engine) ? engine : 'Ray')))]);

/** Tells engines apart without colours. */
export type EngineMark = { readonly letter: string; readonly fill: string };

export function engineMark(engine: EngineName, plain: boolean): EngineMark {
  const { letter, fill, plainFill } = engineTraits[engine].mark;
  return { letter, fill: plain ? plainFill : fill };
}
