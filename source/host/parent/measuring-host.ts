import type { Plan } from '../../core/plan/plan.ts';
import type { RayTarget } from '../../core/plan/settings.ts';
import type { WorkloadName } from '../../core/plan/workload.ts';
import type { Event, ProfileEvent } from '../../core/profile/event.ts';
import type { Bytes, Milliseconds } from '../../core/units.ts';
import type { CpuDemand } from '../../engines/ray/await-cpus.ts';
import { now } from '../../engines/system/now.ts';
import { openCourse, type Course } from './course.ts';
import { openKeeper, type Keeper } from './keeper.ts';
import { HostDiedError, type LineRequest } from './line.ts';
import { runThrough } from './run-through.ts';

/** What measures and talks to clusters, whatever happens to the process that does it. */
export type MeasuringHost = Pick<Keeper, 'close' | 'kill' | 'pid' | 'isBusy' | 'isWaiting'> & {
  /** Rejects with an `EngineError`. */
  readonly calibrate: (workload: WorkloadName, limit: Bytes) => Promise<void>;
  readonly reach: (target: RayTarget, cpus: number | undefined) => Promise<void>;
  /** Waits until a cluster has so many CPUs, for the longest time, or until the signal aborts. */
  readonly awaitCpus: (demand: CpuDemand, signal?: AbortSignal) => Promise<void>;
  /** Resolves when the profile has ended; rejects if it could not begin. */
  readonly run: (request: RunRequest) => Promise<void>;
  /** Tells it the CPU time of this process. */
  readonly account: (own: Milliseconds) => void;
};

export type RunRequest = {
  readonly plan: Plan;
  /** Usable CPUs, for a Ray head of our own. */
  readonly cpus: number | undefined;
  /** Ends the profile. */
  readonly signal: AbortSignal;
};

export function openMeasuringHost({ hear, ...request }: LineRequest): MeasuringHost {
  let course: Course | undefined;
  const follow = (event: Event) => {
    course?.follow(event);
    hear({ type: 'happened', event });
  };
  const keeper = openKeeper({
    ...request,
    hear: (told) => (told.type === 'happened' ? follow(told.event) : hear(told)),
  });
  const remark = (sentence: string) => hear({ type: 'remarked', sentence });

  return {
    ...keeper,
    calibrate: async (workload, limit) =>
      twice(async () => keeper.ask({ type: 'calibrate', workload, limit }), remark),
    reach: async (target, cpus) =>
      twice(async () => keeper.ask({ type: 'reach', target, cpus }), remark),
    async awaitCpus(demand, signal) {
      const cancel = () => keeper.send({ type: 'cancel' });
      signal?.addEventListener('abort', cancel, { once: true });
      await keeper
        .ask({ type: 'await-cpus', ...demand })
        .finally(() => signal?.removeEventListener('abort', cancel));
    },
    async run(asked) {
      course = openCourse(asked.plan);
      const tell = (event: ProfileEvent) => follow({ ...event, at: now() - request.setup.began });
      const attempt = attemptOf(asked, course, keeper);
      const cancel = () => keeper.send({ type: 'cancel' });
      asked.signal.addEventListener('abort', cancel, { once: true });
      await runThrough({ course, attempt, tell, signal: asked.signal }).finally(() => {
        asked.signal.removeEventListener('abort', cancel);
      });
    },
    account: (own) => keeper.send({ type: 'account', own }),
  };
}

/** Has a host run the passes that have not ended. */
function attemptOf({ plan, cpus, signal }: RunRequest, course: Course, keeper: Keeper) {
  const startedAt = new Date().toISOString();
  return async (): Promise<void> => {
    const [ended, orphan] = [course.ended(), course.job()];
    const asked = keeper.ask({ type: 'run', plan, startedAt, ended, cpus, orphan });
    if (signal.aborted) {
      keeper.send({ type: 'cancel' });
    }

    return asked;
  };
}

/** Repeats the work if the host died during it. */
const twice = async (
  work: () => Promise<void>,
  remark: (sentence: string) => void,
): Promise<void> =>
  work().catch(async (error: unknown) => {
    if (!(error instanceof HostDiedError)) {
      throw error;
    }

    remark(`${error.failure.message} Its work was started again.`);
    return work();
  });
