import { caseOf, type Case, type Plan, type PlannedPass } from '../../../core/plan/plan.ts';
import type { PackedEvent } from './packed.ts';
import type { WrittenSpans } from './span-columns.ts';

/** Far above what a pass can have: the times that it was stopped, or the phases and notes of its job. */
const mostPerPass = 1000;

type Problem = string | undefined;

/**
 * Says what in an event is not of the plan: a case, a pass, a task, a worker. Takes the events in their order. What the
 * plan limits, a later event cannot multiply.
 */
export function openPlanCheck(plan: Plan): (event: PackedEvent) => Problem {
  const ids = new Set(plan.cases.map(({ id }) => id));
  const countProblem = openCounts();
  const finishProblem = openFinishes(plan);
  return (event) => {
    if ('pass' in event && !isPlanned(event.pass, plan)) {
      return '.pass is not one of the plan';
    }

    if ('case' in event && !ids.has(event.case)) {
      return '.case is not one of the plan';
    }

    return event.type === 'pass-finished' ? finishProblem(event) : countProblem(event);
  };
}

const isPlanned = ({ index, round, case: id }: PlannedPass, { passes }: Plan): boolean =>
  passes[index]?.case === id && passes[index].round === round;

const counted: ReadonlySet<PackedEvent['type']> = new Set([
  'warm-up-started',
  'case-warmed',
  'pass-started',
  'phase-changed',
  'phase-noted',
  'contact-lost',
  'contact-regained',
  'pass-repeated',
]);

function openCounts(): (event: PackedEvent) => Problem {
  const counts = new Map<string, number>();
  let running = 0;
  return (event) => {
    if (!counted.has(event.type)) {
      return undefined;
    }

    running = 'pass' in event ? event.pass.index : running;
    const key = `${event.type} ${running}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > mostPerPass ? ' comes too often' : undefined;
  };
}

type PassFinished = Extract<PackedEvent, { readonly type: 'pass-finished' }>;

function openFinishes(plan: Plan): (event: PassFinished) => Problem {
  const finished = new Set<number>();
  return ({ pass, outcome }) => {
    if (finished.has(pass.index)) {
      return '.pass has already finished';
    }

    finished.add(pass.index);
    return outcome.status === 'finished'
      ? spansProblem(outcome.spans, caseOf(plan, pass))
      : undefined;
  };
}

/** Tasks are below the count of the case, and workers below theirs; on a cluster any task may have a worker of its own. */
function spansProblem(spans: WrittenSpans, { tasks, workers, cluster }: Case): Problem {
  const { count, task, worker } = spans;
  if (count > tasks) {
    return `.outcome.spans has ${count} of ${tasks} tasks`;
  }

  const mostWorkers = cluster ? Math.max(workers, tasks) : workers;
  return indexProblem('task', task ?? 0, tasks) ?? indexProblem('worker', worker ?? 0, mostWorkers);
}

function indexProblem(
  name: string,
  column: number | ReadonlyArray<number | null>,
  count: number,
): Problem {
  const wrong = typeof column === 'number' ? column >= count : column.some((one) => one! >= count);
  return wrong ? `.outcome.spans.${name} is out of range` : undefined;
}
