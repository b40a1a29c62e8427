import type { ConditionSampler } from '../../core/machine/conditions.ts';
import { wrongAnswer } from '../../core/profile/check-spans.ts';
import { fitCalibration } from '../../core/plan/calibration-fit.ts';
import type { Observe } from '../../core/profile/event.ts';
import { profile } from '../../core/profile/profile.ts';
import { ownHead, type RayTarget } from '../../core/plan/settings.ts';
import type { WorkloadName } from '../../core/plan/workload.ts';
import type { Bytes } from '../../core/units.ts';
import type { EnginesAndCalibration } from '../../engines/create-engines.ts';
import type { PythonSupply } from '../../engines/python/engine.ts';
import type { RaySupply } from '../../engines/ray/engine.ts';
import type { AwaitCpusRequest, CpuDemand } from '../../engines/ray/await-cpus.ts';
import type { RaySetup } from '../../engines/ray/cluster.ts';
import type { RunWork } from '../border.ts';
import { openClusterConnection, type ClusterConnection } from './cluster-connection.ts';

export type Measurements = {
  /** Times tasks of a workload in at most `limit` bytes; rejects with an `EngineError`. */
  readonly calibrate: (workload: WorkloadName, limit: Bytes) => Promise<void>;
  /** Connects to a cluster, or starts a head. An event reports the outcome. */
  readonly reach: (target: RayTarget, cpus: number | undefined) => Promise<void>;
  /** Waits until a cluster has so many CPUs, or for the longest time. */
  readonly awaitCpus: (demand: CpuDemand, signal: AbortSignal) => Promise<void>;
  readonly run: (work: RunWork, signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type MeasurementsRequest = {
  readonly observe: Observe;
  readonly ray: RaySetup;
  /** Hears of the processes in which Python runs tasks. */
  readonly python?: Omit<PythonSupply, 'setup'>;
  /** Resolves to how often this process has been stopped and continued so far. */
  readonly stops: () => Promise<number>;
  readonly sampler?: ConditionSampler;
  /** Resolves when what was observed has been passed on, as far as the next pass must wait for it. */
  readonly passedOn?: () => Promise<void>;
};

/** Runs everything that computes, one at a time: two would disturb each other's times. */
export function openMeasurements(request: MeasurementsRequest): Measurements {
  const { observe, ray, python, ...watching } = request;
  const closing = new AbortController();
  const inTurn = openQueue();
  let usable: number | undefined;
  const clusters = openClusterConnection({ setup: ray, cpus: () => usable, observe });
  let opened: Promise<EnginesAndCalibration> | undefined;

  const loadEngines = async () =>
    (opened ??= importEngines({ reach: clusters.rejoin, setup: ray }, { ...python, setup: ray }));
  const reach = reachLatest(clusters, inTurn);

  return {
    calibrate: async (workload, limit) =>
      inTurn(async () => {
        const request = { workload, limit, signal: closing.signal };
        await calibrateWith(await loadEngines(), request, observe);
      }),
    async reach(target, cpus) {
      usable = cpus;
      return reach(target);
    },
    awaitCpus: awaitingCpus({ clusters, setup: ray }, closing.signal),
    run: async ({ cpus, orphan, ...work }, signal) =>
      inTurn(async () => {
        if (closing.signal.aborted) {
          return;
        }

        usable = cpus;
        await makeRoom(work.plan, orphan, clusters);
        const { engines } = await loadEngines();
        await profile({ ...work, ...watching, engines, check: wrongAnswer, signal, observe });
      }),
    async close() {
      closing.abort();
      await clusters.close();
      await inTurn(async () => {});
    },
  };
}

type CalibrateRequest = Parameters<EnginesAndCalibration['calibrate']>[0];

async function calibrateWith(
  { calibrate }: EnginesAndCalibration,
  request: CalibrateRequest,
  observe: Observe,
): Promise<void> {
  const times = await calibrate(request);
  if (!request.signal.aborted) {
    observe({ type: 'calibrated', calibration: fitCalibration(request.workload, times) });
  }
}

/** Ends what would compete with the plan for CPUs: our own head, or the job of a pass whose host has died. */
async function makeRoom(
  { ray }: RunWork['plan'],
  orphan: string | undefined,
  { reach, leave }: ClusterConnection,
): Promise<void> {
  if (!ray) {
    return leave();
  }

  // A head of our own has ended together with its host.
  if (orphan !== undefined && ray.target.at !== ownHead) {
    const { endIfAnswered } = await import('../../engines/ray/contact/end-job.ts');
    await reach(ray.target)
      .then(async ({ jobs }) => endIfAnswered(jobs, orphan))
      .catch(() => {});
  }
}

type InTurn = (work: () => Promise<void>) => Promise<void>;

/** Skips a cluster if the user names another one before its turn comes. */
function reachLatest({ reach }: ClusterConnection, inTurn: InTurn) {
  let named: string | undefined;
  return async (target: RayTarget) => {
    named = target.at;
    const reachNow = async () => {
      if (named === target.at) {
        await reach(target).catch(() => {});
      }
    };
    // A starting head keeps all CPUs of a small machine busy.
    return target.at === ownHead ? inTurn(reachNow) : reachNow();
  };
}

/** The code is loaded when first needed. */
const awaitingCpus =
  (parts: Pick<AwaitCpusRequest, 'clusters' | 'setup'>, closing: AbortSignal) =>
  async (demand: CpuDemand, asked: AbortSignal): Promise<void> => {
    const { awaitCpus } = await import('../../engines/ray/await-cpus.ts');
    return awaitCpus({ ...parts, demand, signal: AbortSignal.any([asked, closing]) });
  };

/** Loaded when first needed: a host that only connects to a cluster needs no kernel. */
async function importEngines(ray: RaySupply, python: PythonSupply): Promise<EnginesAndCalibration> {
  const { createEngines } = await import('../../engines/create-engines.ts');
  return createEngines(ray, python);
}

/** Does one piece of work after another, even after one that failed. */
function openQueue(): InTurn {
  let queue: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  };
}
