import { expectedAnswer } from '../../../source/core/plan/answer.ts';
import type { Conditions } from '../../../source/core/machine/conditions.ts';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import type { FinishedOutcome } from '../../../source/core/profile/pass.ts';
import type { Span } from '../../../source/core/profile/span.ts';
import type { Case } from '../../../source/core/plan/plan.ts';
import type { ProfileState } from '../../../source/core/profile/state.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import { profileStateWith, type ProfileRequest } from './profiles.ts';

/** How long the tasks of a pass take, and what delays them. */
export type Dealing = {
  /** Time of every task on a CPU. */
  readonly task: Milliseconds;
  /** From the start of the pass to the first task of every worker. */
  readonly dispatch?: Milliseconds;
  /** How much later the last worker starts. */
  readonly late?: Milliseconds;
  /** Between two tasks of a worker. */
  readonly gap?: Milliseconds;
  /** Added to the CPU time of every task. */
  readonly slower?: Milliseconds;
  /** Time of every task in the run queue. */
  readonly waiting?: Milliseconds;
  readonly blocked?: Milliseconds;
  /** Added to the CPU time of the last worker's tasks. */
  readonly slowWorker?: Milliseconds;
  /** From the last task to the end of the pass. */
  readonly tail?: Milliseconds;
  /** The part of every task that is garbage collection. */
  readonly collecting?: Milliseconds;
  /** CPU and waiting times are not reported. */
  readonly untold?: boolean;
};

/** A pass whose tasks are dealt to its workers in turn, with times from a made-up clock. */
export function dealt(planned: Case, dealing: Dealing): FinishedOutcome {
  const { workers, tasks, workload, size } = planned;
  const ends = Array.from({ length: workers }, (_, worker) => firstStart(worker, workers, dealing));
  const dealtTasks = Array.from({ length: tasks }, (_, task) => {
    const worker = task % workers;
    const start = ends[worker]! + (task < workers ? 0 : (dealing.gap ?? 0));
    const span = spanFrom(start, worker === workers - 1, dealing);
    ends[worker] = span.end;
    return { task, worker, ...span, ...expectedAnswer(workload, size) };
  });
  const last = dealtTasks.reduce((latest, { end }) => Math.max(latest, end), 0);
  return { status: 'finished', wall: last + (dealing.tail ?? 0), spans: spansOf(dealtTasks) };
}

const firstStart = (worker: number, workers: number, { dispatch = 0, late = 0 }: Dealing) =>
  dispatch + (worker === workers - 1 ? late : 0);

function spanFrom(
  start: Milliseconds,
  isLast: boolean,
  dealing: Dealing,
): Pick<Span, 'start' | 'end' | 'onCpu' | 'waiting' | 'blocked' | 'collecting'> {
  const { task, slower = 0, slowWorker = 0, waiting = 0, blocked = 0 } = dealing;
  const { collecting, untold } = dealing;
  const onCpu = task + slower + (isLast ? slowWorker : 0);
  const end = start + onCpu + waiting + blocked;
  return {
    start,
    end,
    ...(untold ? {} : { onCpu, waiting, blocked }),
    ...(collecting === undefined ? {} : { collecting }),
  };
}

export type DealtRequest = {
  readonly plan?: ProfileRequest['plan'];
  /** For every pass of local; by default a millisecond per task. */
  readonly local?: Dealing;
  readonly pool: Dealing;
  /** The conditions around each pass of a case. */
  readonly conditions?: Readonly<Record<string, Conditions>>;
};

/** A profile of local and pool with dealt tasks; one round unless the plan asks for more. */
export function dealtProfile(request: DealtRequest): ProfileState {
  const { plan, local = { task: 1 }, pool, conditions = {} } = request;
  const rounds = Array.from({ length: plan?.rounds ?? 1 });
  const profile = profileStateWith({
    walls: {
      local: rounds.map(() => (planned: Case) => dealt(planned, local)),
      pool: rounds.map(() => (planned: Case) => dealt(planned, pool)),
    },
    ...(plan ? { plan } : {}),
  });
  const passes = profile.passes.map((ended) => {
    const around = conditions[ended.pass.case];
    return around ? { ...ended, conditions: around } : ended;
  });
  return { ...profile, passes };
}
