import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { MachineEvent, ProfileEvent } from '../../../source/core/profile/event.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import type { RaySetup } from '../../../source/engines/ray/cluster.ts';
import { openClusters } from '../../../source/engines/ray/clusters.ts';
import { rayEngine } from '../../../source/engines/ray/engine.ts';
import { driverLines, said } from '../../helpers/ray/fake-ray-jobs.ts';
import { calibrationWith, settingsWith } from '../../helpers/profiles/profiles.ts';
import type { StandInJob } from '../../helpers/ray/ray-server-job.ts';
import { openRayServer, type RayServer } from '../../helpers/ray/ray-server.ts';

const never = new AbortController().signal;

export const work = [
  said.hello,
  said.cluster,
  said.warm,
  said.submitted(2),
  said.started(0, 'a'),
  said.started(1, 'b'),
  said.progress({ 0: 0.5 }),
  said.result(0),
  said.result(1),
  said.serial,
  said.end('ok'),
];

export const nonceOf = (job: StandInJob): string =>
  /--nonce (\w+)/.exec(String(job.posted['entrypoint']))?.[1] ?? '';

/** Plays a driver whose tasks all succeed. */
export function runWell(job: StandInJob): void {
  const line = driverLines(nonceOf(job));
  job.start();
  job.write(work.map((one) => line(one)).join(''));
  job.end('SUCCEEDED', { driver_exit_code: 0 });
}

type Given = {
  readonly setup?: Partial<RaySetup>;
  /** Called for each job as soon as the cluster has it. */
  readonly play?: (job: StandInJob) => void;
  /** Aborts when the head of the first cluster has ended. */
  readonly ended?: AbortSignal;
  /** The Python of the head, where fibtui started it. */
  readonly headPython?: string;
};

/** The engine with a stand-in server, for two tasks on two CPUs. */
export async function openEngine(
  t: TestContext,
  { setup = {}, play = runWell, ended, headPython: python }: Given = {},
) {
  const server = await openRayServer(t);
  const events: (ProfileEvent | MachineEvent)[] = [];
  const observe = (event: ProfileEvent | MachineEvent) => {
    events.push(event);
    if (event.type === 'phase-changed' && event.phase === 'pending') {
      play(jobsOf(server).at(-1)!);
    }
  };
  const surroundings = { version: '1.2.3', environment: {}, home: '/nowhere', ...setup };
  const clusters = openClusters({ setup: surroundings, cpus: () => 1, observe });
  let reached = 0;
  const engine = rayEngine({
    async reach(wanted) {
      reached += 1;
      const reachedCluster = await clusters.reach(wanted);
      const cluster = { ...reachedCluster, ...(python === undefined ? {} : { python }) };
      return ended && reached === 1 ? { ...cluster, ended } : cluster;
    },
    setup: surroundings,
  });
  t.after(clusters.leave);
  const target = { at: server.url, from: '--ray' };
  const plan = planOf(settingsWith({ engines: ['ray'], ray: target, tasks: 2 }), {
    cpus: 1,
    calibration: calibrationWith(),
    cluster: { at: server.url, cpus: 2, here: false },
  });
  const planned = plan.cases[0]!;
  return {
    server,
    events,
    reached: () => reached,
    open: async (signal = never) => engine.open(plan, observe, signal),
    run: async (signal = never) => engine.run(planned, observe, signal),
    /** A pass on fewer CPUs than the cluster has. */
    runOn: async (workers: number) => engine.run({ ...planned, workers }, observe, never),
    close: engine.close,
  };
}

export const jobsOf = ({ state }: RayServer): readonly StandInJob[] => [...state.jobs.values()];

export function expectFailure(outcome: PassOutcome) {
  assert.ok(outcome.status === 'failed', outcome.status);
  return outcome.failure;
}
