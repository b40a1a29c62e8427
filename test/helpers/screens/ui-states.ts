import type { WorkerSample } from '../../../source/core/profile/event.ts';
import type { CpuLoad, Machine } from '../../../source/core/machine/machine.ts';
import type { Circumstances } from '../../../source/core/plan/circumstances.ts';
import { caseOf } from '../../../source/core/plan/plan.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { Cluster, RayPhase } from '../../../source/core/plan/ray.ts';
import type { EngineName, Settings } from '../../../source/core/plan/settings.ts';
import type {
  Activity,
  OutageTimes,
  RunningPass,
  State,
} from '../../../source/core/profile/state.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import type { Form } from '../../../source/ui/setup/form-state.ts';
import { resultsPicture } from '../../../source/ui/results/results.ts';
import { runPicture, type RunView } from '../../../source/ui/run/run.ts';
import { setupPicture, type SetupView } from '../../../source/ui/setup/setup.ts';
import { dealtProfile, type DealtRequest } from '../profiles/dealt.ts';
import {
  calibrationWith,
  machineWith,
  passOf,
  planWith,
  profileStateWith,
  stateWith,
  type ProfileRequest,
  type Walls,
} from '../profiles/profiles.ts';
import type { Draw } from './ui-frames.ts';

/** All CPUs are usable, with two threads per core above two CPUs, and 22.4 GB free. */
export const machineOf = (cpus: number): Machine =>
  machineWith({
    cpu: 'AMD EPYC',
    cores: cpus > 2 ? cpus / 2 : cpus,
    threads: cpus,
    usable: { count: cpus, online: cpus, affinity: cpus },
    memory: { total: 25e9, free: 22.4e9, limit: 22.4e9 },
  });

/** T(n) = 3.6 ps · n²: 9 ms for 50,000 terms. */
export const calibration = calibrationWith({ a: 0, b: 0, c: 3.6e-9 });

/** CPU k is (7k + 2) mod 101 percent busy. */
const loadOf = (cpus: number): readonly CpuLoad[] =>
  Array.from({ length: cpus }, (_, cpu) => ({ cpu, busy: ((7 * cpu + 2) % 101) / 100 }));

/** A session after detection, calibration and a first sample, on a quiet machine. */
export const sessionState = (cpus = 2, given: Partial<State> = {}): State =>
  stateWith({
    machine: machineOf(cpus),
    load: loadOf(cpus),
    otherLoad: { others: 0.03, stolen: 0 },
    calibrations: { list: calibration },
    ...given,
  });

/** 50,000 terms, some two seconds of them, five rounds. */
const settingsOn = (cpus: number) =>
  ({ size: 50_000, tasks: tasksOn(cpus), cpus, calibration, rounds: 5 }) as const;

const tasksOn = (cpus: number): number => ({ 2: 200, 4: 200, 16: 320, 64: 320 })[cpus] ?? 2 * cpus;

/**
 * Worker k is a point behind worker k − 1, and every seventeenth catches up; w9, w73 … are stragglers. Each task takes
 * 10 ms: 9.6 ms on a CPU, and 0.3 ms waiting for one.
 */
const samplesOf = (workers: number): readonly WorkerSample[] =>
  Array.from({ length: workers }, (_, index) => {
    const share = index % 64 === 8 ? 0.45 : 0.8 - (index % 17) / 100;
    const tasks = Math.round(share * 100);
    const time = { run: 10 * tasks, onCpu: 9.6 * tasks, waiting: 0.3 * tasks };
    return { share, tasks, cpu: index, time };
  });

export type RunRequest = {
  readonly cpus?: number;
  readonly settings?: Partial<Settings> & Pick<Partial<Circumstances>, 'cluster'>;
  readonly walls?: Walls;
  /** The case of the running pass, its round, and its start. */
  readonly pass?: readonly [id: string, round: number, since: Milliseconds];
  /** The progress of its workers. */
  readonly samples?: readonly WorkerSample[];
  /** The time that its frames took so far. */
  readonly drawing?: Milliseconds;
  /** Instead of a pass. */
  readonly activity?: Activity;
};

/** A running profile that began after a second. */
export function runState(request: RunRequest): State {
  const { cpus = 2, settings = {}, pass, activity = { type: 'opening' } } = request;
  const asked = { ...settingsOn(cpus), ...settings };
  const plan = planWith(asked);
  const planned = pass && passOf(plan, pass[0], pass[1]);
  const profile = profileStateWith({
    walls: request.walls ?? { local: [], pool: [] },
    plan: asked,
    activity: planned
      ? {
          type: 'running',
          pass: planned,
          case: caseOf(plan, planned),
          since: pass[2],
          workers: request.samples ?? samplesOf(caseOf(plan, planned).workers),
          ...(request.drawing === undefined ? {} : { drawing: request.drawing }),
        }
      : activity,
    began: 1000,
  });
  return sessionState(cpus, { profile });
}

export type RayRequest = {
  /** Usable CPUs of this machine. */
  readonly cpus?: number;
  /** The CPUs of each node of the cluster; one node with two if omitted. */
  readonly nodes?: readonly number[];
  /** The names of the nodes from the driver; addresses if omitted. */
  readonly names?: readonly string[];
  readonly settings?: Partial<Settings>;
  readonly walls?: Walls;
  readonly round?: number;
  /** The phases of the pass and their times; none if it has just begun. */
  readonly phases?: ReadonlyArray<readonly [phase: RayPhase, took: Milliseconds]>;
  readonly note?: string;
  /** For how long the head has not answered, and is asked again. */
  readonly outage?: { readonly silent: Milliseconds; readonly patience: Milliseconds };
  /** The progress of its workers: of all, or none has joined if omitted. */
  readonly samples?: readonly WorkerSample[] | 'all';
  /** Instead of the pass on Ray. */
  readonly instead?: Pick<RunRequest, 'pass' | 'activity'>;
};

/** The start of a pass on Ray that follows two others. */
const rayBegan: Milliseconds = 4000;

/** The present time in such a pass. */
export const rayNow = ({ phases = [] }: RayRequest): Milliseconds =>
  rayBegan + phases.reduce((sum, [, took]) => sum + took, 0);

/** A profile in the middle of a pass on a cluster at http://10.0.0.1:8265. */
export function rayState(request: RayRequest): State {
  const { cpus = 2, nodes = [2], settings = {}, instead = {} } = request;
  const { walls = { local: [1800], pool: [930], ray: [] } } = request;
  const at = 'http://10.0.0.1:8265';
  const ray = { at, from: '--ray' };
  const total = nodes.reduce((sum, own) => sum + own, 0);
  const engines = Object.keys(walls) as EngineName[];
  const plan = {
    engines,
    rayRounds: 3,
    ...settings,
    ray,
    cluster: { at, cpus: total, here: false },
  };
  const state = runState({
    cpus,
    settings: plan,
    walls,
    ...(instead.pass || instead.activity
      ? instead
      : { pass: ['ray', request.round ?? 1, rayBegan] }),
  });
  const profile = state.profile!;
  const { activity } = profile;
  return {
    ...state,
    cluster: { target: ray, status: 'reached', cluster: clusterWith(at, nodes) },
    profile:
      activity.type === 'running' && activity.case.engine === 'ray'
        ? { ...profile, activity: { ...activity, ...rayProgress(request) } }
        : profile,
  };
}

const clusterWith = (address: string, nodes: readonly number[]): Cluster => ({
  address,
  version: '2.60.0',
  authentication: 'disabled',
  nodes: nodes.map((own, node) => ({ name: `10.0.0.${node + 1}`, cpus: own, head: node === 0 })),
  cpus: nodes.reduce((sum, own) => sum + own, 0),
  here: false,
  remarks: [],
});

type Progress = Pick<RunningPass, 'workers' | 'remote'>;

const outageAt = (
  now: Milliseconds,
  { silent, patience }: NonNullable<RayRequest['outage']>,
): OutageTimes => ({ since: now - silent, until: now - silent + patience });

function rayProgress(request: RayRequest): Progress {
  const { nodes = [2], phases = [], samples = [], note, outage } = request;
  const names = request.names ?? nodes.map((_, node) => `10.0.0.${node + 1}`);
  let since = rayBegan;
  const begins = phases.map(([phase, took]) => {
    const begin = { phase, since };
    since += took;
    return begin;
  });
  return {
    workers: samples === 'all' ? samplesOn(nodes) : samples,
    remote: {
      phases: begins,
      ...(phases.length > 3 ? { nodes: names } : {}),
      ...(note === undefined ? {} : { note }),
      ...(outage ? { outage: outageAt(rayNow(request), outage) } : {}),
    },
  };
}

/** A worker on every CPU of these nodes. */
export const samplesOn = (nodes: readonly number[]): readonly WorkerSample[] => {
  const of = nodes.flatMap((cpus, node) => Array.from({ length: cpus }, () => node));
  return samplesOf(of.length).map(({ share, tasks }, worker) => ({
    share,
    tasks,
    node: of[worker]!,
  }));
};

export const setupScreen =
  (state: State, form: Form, given: Partial<SetupView> = {}): Draw =>
  (room, theme) =>
    setupPicture({ state, now: 0, form, place: 'setup', ...given }, room, theme);

export const runScreen =
  (state: State, now: Milliseconds, given: Partial<RunView> = {}): Draw =>
  (room, theme) =>
    runPicture(
      { state, profile: state.profile!, now, cancelling: 'no', page: 0, ...given },
      room,
      theme,
    );

/** A session after a profile of 50,000 terms, with tasks dealt out as requested. */
export function dealtState({ plan, ...request }: DealtRequest, cpus: number): State {
  const profile = dealtProfile({ ...request, plan: { ...settingsOn(cpus), ...plan } });
  const coldStart = { local: 71, pool: 88 };
  return sessionState(cpus, { profile: { ...profile, coldStart } });
}

/** The results of 50,000 terms, with tasks dealt out as requested. */
export const dealtResults = (request: DealtRequest, cpus: number): Draw =>
  resultsOf(dealtState(request, cpus));

/** A session after a profile of 50,000 terms, with these walls. */
export function endedState(request: ProfileRequest, cpus = 2): State {
  const profile = profileStateWith({
    coldStart: { local: 71, pool: 88 },
    ...request,
    plan: { ...settingsOn(cpus), ...request.plan },
  });
  return sessionState(cpus, { profile });
}

/** The results of 50,000 terms, with these walls. */
export const resultsScreen = (request: ProfileRequest, cpus = 2): Draw =>
  resultsOf(endedState(request, cpus));

function resultsOf(state: State): Draw {
  const report = reportOf(state, '1.2.3')!;
  return (room, theme) => resultsPicture({ report, listed: false }, room, theme);
}
