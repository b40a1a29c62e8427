import type { EngineName } from './settings.ts';
import { workloads, type Workload, type WorkloadName } from './workload.ts';

/** Everything that the rest of the program may know of an engine: nobody else compares names. */
export type EngineTraits = {
  /** On this machine, or on a cluster, which a target names. */
  readonly where: 'here' | 'cluster';
  /** One worker does all tasks in a row, which makes it the reference; many share them. */
  readonly workers: 'one' | 'many';
  /** How fast a worker is can be compared within one language alone. */
  readonly language: 'JavaScript' | 'Python';
  readonly takes: (workload: Workload) => boolean;
  /** Whose clock the spans of its passes are on. */
  readonly clock: 'local' | 'driver';
  /** The most that it reports of a span: also how long it waited for a CPU, or just its time on one. */
  readonly reports: 'waiting' | 'cpu';
  readonly mark: { readonly letter: string; readonly fill: string; readonly plainFill: string };
  /** Its place in the order of colours. */
  readonly tone: 'first' | 'second' | 'third';
};

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
  ray: {
    where: 'cluster',
    workers: 'many',
    language: 'Python',
    takes: ({ pythonBytes }) => pythonBytes !== undefined,
    clock: 'driver',
    reports: 'cpu',
    mark: { letter: 'R', fill: '▒', plainFill: '%' },
    tone: 'third',
  },
};

export const runsHere = (engine: EngineName): boolean => engineTraits[engine].where === 'here';

export const needsCluster = (engines: readonly EngineName[]): boolean =>
  engines.some((engine) => !runsHere(engine));

/** Whether it does all tasks in a row: the others are compared with it. */
export const runsInARow = (engine: EngineName): boolean => engineTraits[engine].workers === 'one';

/** Whether a task takes a worker as long as it takes the reference's. */
export const computesAlike = (engine: EngineName): boolean =>
  engineTraits[engine].language === 'JavaScript';

export const takes = (engine: EngineName, workload: WorkloadName): boolean =>
  engineTraits[engine].takes(workloads[workload]);

/** What marks an engine besides its colour, so that nothing is lost without one. */
export type EngineMark = { readonly letter: string; readonly fill: string };

export function engineMark(engine: EngineName, plain: boolean): EngineMark {
  const { letter, fill, plainFill } = engineTraits[engine].mark;
  return { letter, fill: plain ? plainFill : fill };
}
