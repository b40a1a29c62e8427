import { mostClusterCpus } from '../../../core/plan/ray.ts';
import type { Milliseconds } from '../../../core/units.ts';

/** No part of a pass takes a third of a year. */
export const longest: Milliseconds = 1e10;
/** The range of a date. */
const latest: Milliseconds = 8.64e15;
const mostFaults = 1e12;

type Fields = Readonly<Record<string, unknown>>;

type Limits = Readonly<Record<string, number>>;

/** By the name of the line and of the field: all numbers, and lists of them, that mean a time or a count. None is below 0. */
const most: Readonly<Record<string, Limits>> = {
  hello: { importMs: longest },
  cluster: {
    count: mostClusterCpus,
    cpus: mostClusterCpus,
    free: mostClusterCpus,
    initMs: longest,
  },
  warm: { ready: mostClusterCpus, of: mostClusterCpus, queueMs: longest, free: mostClusterCpus },
  started: { queueMs: longest, ageMs: latest },
  worker: { ageMs: latest },
  result: { startMs: latest, endMs: latest, cpuMs: longest, faults: mostFaults },
  ran: { at: latest },
  row: { startMs: longest, endMs: longest, cpuMs: longest },
  serial: { taskMs: longest, betweenMs: longest, faults: mostFaults },
  end: { wallMs: longest, cpuMs: longest },
};

const shortTask = ['task', 'worker', 'queueMs', 'startMs', 'endMs', 'cpuMs', 'faults'] as const;
const mostOfShortTask: Limits = {
  queueMs: longest,
  startMs: latest,
  endMs: latest,
  cpuMs: longest,
  faults: mostFaults,
};

/** The first number of a line, whose types have been checked, that cannot be true, in words; undefined if all can. */
export const impossibleIn = (ev: string, fields: Fields): string | undefined =>
  beyond({ ts: latest, ...most[ev] }, fields, ev) ??
  firstOf(listIn(fields['nodes']), (node) =>
    beyond({ cpus: mostClusterCpus }, node as Fields, 'a node'),
  ) ??
  firstOf(listIn(fields['tasks']), (task) => shortTaskProblem(task, Number(fields['at']))) ??
  orderProblem(fields, ev);

function beyond(limits: Limits, fields: Fields, ev: string): string | undefined {
  for (const [name, limit] of Object.entries(limits)) {
    const wrong = numbersIn(fields[name]).find((value) => !(value >= 0 && value <= limit));
    if (wrong !== undefined) {
      return `${name} of ${ev} is ${wrong}`;
    }
  }

  return undefined;
}

/** Its start and its end count from `at`. */
function shortTaskProblem(task: unknown, at: Milliseconds): string | undefined {
  const values = listIn(task);
  const counted = shortTask.map((name, index) => [name, values[index]] as const);
  const fields = Object.fromEntries(
    counted.map(([name, value]) => [
      name,
      typeof value === 'number' && (name === 'startMs' || name === 'endMs') ? at + value : value,
    ]),
  );
  return beyond(mostOfShortTask, fields, 'ran') ?? orderProblem(fields, 'ran');
}

/** Every task ends after its start. */
function orderProblem({ startMs, endMs }: Fields, ev: string): string | undefined {
  const starts = numbersIn(startMs);
  const wrong = numbersIn(endMs).find((end, index) => end < starts[index]!);
  return wrong === undefined ? undefined : `endMs of ${ev} is ${wrong}, before its startMs`;
}

const numbersIn = (value: unknown): readonly number[] =>
  listIn(value).filter((one) => typeof one === 'number');

const listIn = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value].flat());

function firstOf<Item>(
  items: readonly Item[],
  problem: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = problem(item);
    if (found !== undefined) {
      return found;
    }
  }

  return undefined;
}
