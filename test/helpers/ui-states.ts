import type { WorkerSample } from '../../source/core/event.ts';
import type { CpuLoad, Machine } from '../../source/core/machine.ts';
import { reportOf } from '../../source/core/report-of.ts';
import type { Settings } from '../../source/core/settings.ts';
import type { Activity, State } from '../../source/core/state.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import type { Form } from '../../source/ui/form.ts';
import { resultsPicture } from '../../source/ui/screens/results.ts';
import { runPicture, type RunView } from '../../source/ui/screens/run.ts';
import { setupPicture } from '../../source/ui/screens/setup.ts';
import {
  calibrationWith,
  machineWith,
  passOf,
  planWith,
  profileStateWith,
  stateWith,
  type ProfileRequest,
  type Walls,
} from './profiles.ts';
import type { Draw } from './ui-frames.ts';

/** As many usable CPUs as are online, two threads a core above two, 22.4 GB free. */
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

/** A session on so many CPUs: detected, calibrated and sampled. */
export const sessionState = (cpus = 2, given: Partial<State> = {}): State =>
  stateWith({
    machine: machineOf(cpus),
    load: loadOf(cpus),
    calibrations: { list: calibration },
    ...given,
  });

/** 50,000 terms on so many CPUs, five repeats. */
const settingsOn = (cpus: number) =>
  ({ size: 50_000, tasks: 'auto', cpus, calibration, repeats: 5 }) as const;

/** Worker k is a point behind worker k − 1, and every seventeenth is in front again; w9, w73 … are laggards. */
const samplesOf = (workers: number): readonly WorkerSample[] =>
  Array.from({ length: workers }, (_, index) => {
    const share = index % 64 === 8 ? 0.45 : 0.8 - (index % 17) / 100;
    return { share, tasks: Math.round(share * 100), cpu: index };
  });

export type RunRequest = {
  readonly cpus?: number;
  readonly settings?: Partial<Settings>;
  readonly walls?: Walls;
  /** The case whose pass runs, its round, and since when. */
  readonly pass?: readonly [id: string, round: number, since: Milliseconds];
  /** Where its workers stand. */
  readonly samples?: readonly WorkerSample[];
  /** What the frames of its pass took so far. */
  readonly drawing?: Milliseconds;
  /** Instead of a pass. */
  readonly activity?: Activity;
};

/** A profile in the middle of something; it began after a second. */
export function runState(request: RunRequest): State {
  const { cpus = 2, settings = {}, pass, activity = { type: 'opening' } } = request;
  const asked = { ...settingsOn(cpus), ...settings };
  const planned = pass && passOf(planWith(asked), pass[0], pass[1]);
  const profile = profileStateWith({
    walls: request.walls ?? { local: [], pool: [] },
    plan: asked,
    activity: planned
      ? {
          type: 'running',
          pass: planned,
          since: pass[2],
          workers: request.samples ?? samplesOf(planned.case.workers),
          ...(request.drawing === undefined ? {} : { drawing: request.drawing }),
        }
      : activity,
    began: 1000,
  });
  return sessionState(cpus, { profile });
}

export const setupScreen =
  (state: State, form: Form, starting = false): Draw =>
  (room, theme) =>
    setupPicture({ state, form, starting }, room, theme);

export const runScreen =
  (state: State, now: Milliseconds, given: Partial<RunView> = {}): Draw =>
  (room, theme) =>
    runPicture(
      { state, profile: state.profile!, now, cancelling: 'no', page: 0, ...given },
      room,
      theme,
    );

/** The results of 50,000 terms on so many CPUs, with these walls. */
export function resultsScreen(request: ProfileRequest, cpus = 2): Draw {
  const profile = profileStateWith({
    coldStart: { local: 71, pool: 88 },
    ...request,
    plan: { ...settingsOn(cpus), ...request.plan },
  });
  const report = reportOf(sessionState(cpus, { profile }), '1.2.3')!;
  return (room, theme) => resultsPicture(report, room, theme);
}
