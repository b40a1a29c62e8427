import assert from 'node:assert/strict';
import type { MachineEvent, ProfileEvent } from '../../source/core/profile/event.ts';
import type { Failure } from '../../source/core/failure.ts';
import type { PassOutcome } from '../../source/core/profile/pass.ts';
import { planOf } from '../../source/core/plan/plan-of.ts';
import type { Cluster } from '../../source/core/plan/ray.ts';
import type { Settings } from '../../source/core/plan/settings.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import type { RaySetup } from '../../source/engines/ray/cluster.ts';
import { openClusters } from '../../source/engines/ray/clusters.ts';
import { rayEngine } from '../../source/engines/ray/engine.ts';
import { calibrationWith, settingsWith } from '../helpers/profiles/profiles.ts';
import { until } from './until.ts';

export type RigEvent = ProfileEvent | MachineEvent;

export type PassRequest = Pick<Settings, 'size'> &
  Partial<Pick<Settings, 'tasks' | 'workload'>> & {
    readonly deadline?: Milliseconds;
    readonly signal?: AbortSignal;
  };

/** The engine for the cluster at an address, and its events. */
export function openRig(at: string, surroundings: Partial<RaySetup> = {}) {
  const events: RigEvent[] = [];
  const observe = (event: RigEvent) => void events.push(event);
  const setup: RaySetup = { version: '0.0.0', environment: {}, home: '/nowhere', ...surroundings };
  const clusters = openClusters({ setup, cpus: () => undefined, observe });
  const engine = rayEngine({ reach: clusters.reach, setup });
  const target = { at, from: '--ray' };

  /** Runs one pass, planned for the cluster's own facts; rejects if the engine cannot be opened. */
  async function run({ deadline, signal = never, ...settings }: PassRequest): Promise<PassOutcome> {
    const asked = settingsWith({ tasks: 2, ...settings, engines: ['ray'], ray: target });
    const { facts } = await clusters.reach(target);
    const plan = planOf(asked, circumstancesOf(at, facts));
    const ray = { ...plan.ray!, ...(deadline === undefined ? {} : { deadline }) };
    await engine.open({ ...plan, ray }, observe, signal);
    return engine.run(plan.cases[0]!, observe, signal).finally(engine.close);
  }

  const samples = () => eventsOfType(events, 'workers-sampled');
  const moves = () =>
    samples().some(({ workers }) => workers.some(({ share }) => share > 0 && share < 1));

  return {
    events,
    run,
    /** The same, but resolves as soon as a worker shows progress. */
    async begin(request: PassRequest): Promise<{ readonly outcome: Promise<PassOutcome> }> {
      let over = false;
      const outcome = run(request).finally(() => void (over = true));
      await until('a worker moves', () => over || moves());
      return { outcome };
    },
    samples,
    phases: () => eventsOfType(events, 'phase-changed').map(({ phase }) => phase),
    notes: () => eventsOfType(events, 'phase-noted').map(({ note }) => note),
  };
}

export type Rig = ReturnType<typeof openRig>;

export function expectFinished(outcome: PassOutcome) {
  assert.ok(outcome.status === 'finished', JSON.stringify(outcome));
  return outcome;
}

export function expectFailure(outcome: PassOutcome): Failure {
  assert.ok(outcome.status === 'failed', outcome.status);
  return outcome.failure;
}

const never = new AbortController().signal;

const circumstancesOf = (at: string, { cpus, here }: Cluster) => ({
  cpus: 1,
  calibration: calibrationWith(),
  cluster: { at, cpus, here },
});

const eventsOfType = <Type extends RigEvent['type']>(events: readonly RigEvent[], type: Type) =>
  events.filter(
    (event): event is Extract<RigEvent, { readonly type: Type }> => event.type === type,
  );
