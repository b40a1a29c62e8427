import process from 'node:process';
import { wrongAnswer } from '../../source/core/profile/check-spans.ts';
import { fitCalibration } from '../../source/core/plan/calibration-fit.ts';
import { taskTime } from '../../source/core/plan/calibration.ts';
import type { Circumstances } from '../../source/core/plan/circumstances.ts';
import { planOf } from '../../source/core/plan/plan-of.ts';
import { profile } from '../../source/core/profile/profile.ts';
import type { Session } from '../../source/core/session/session.ts';
import { defaultSettings, type Settings } from '../../source/core/plan/settings.ts';
import { circumstancesOf } from '../../source/core/profile/state.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { createEngines, type EnginesAndCalibration } from '../../source/engines/create-engines.ts';
import { realSystem } from '../../source/machine/real-system.ts';
import { watchMachine } from '../../source/machine/watch.ts';
import { openStore, type Store } from '../../source/session/live/store.ts';

/** A pass must last at least a second. */
const passLength: Milliseconds = 1200;

export type Asked = Pick<Settings, 'workload' | 'workers'>;

export type Passes = {
  readonly settings: Settings;
  /** Every profile is a single pass, always on the same warm workers. */
  readonly session: Session;
};

/**
 * The real core, pool, machine watch and store, wired like a session, except that the workers stay from profile to
 * profile. So two passes differ only in who watches them.
 */
export async function openPasses(asked: Asked): Promise<Passes> {
  const store = openStore();
  const machine = watchMachine({ system: realSystem, observe: store.observe, libraries: {} });
  const ray = {
    reach: async () => Promise.reject(new Error('Ray takes no part here.')),
    setup: { version: 'benchmark' },
  };
  const created = createEngines(ray, { setup: { environment: process.env } });
  const circumstances = await calibrated(asked, created, store);
  const settings = settingsFor(asked, circumstances);
  const plan = planOf(settings, circumstances);
  const { signal } = new AbortController();
  await created.engines.pool.open(plan, store.observe, signal);
  const kept = { ...created.engines.pool, open: async () => {}, close: async () => {} };
  const engines = { ...created.engines, pool: kept };

  const start = async () => {
    machine.pause();
    const startedAt = new Date().toISOString();
    const rest = { check: wrongAnswer, stops: async () => 0 };
    await profile({ plan, engines, observe: store.observe, signal, startedAt, ...rest });
    machine.resume();
  };

  const session: Session = {
    ...store,
    version: 'benchmark',
    calibrate: async () => {},
    reach: async () => {},
    run: async () => ({ status: 'started', ended: start() }),
    start,
    drawing: () => () => {},
    wasHeldUp() {},
    cancel() {},
    async close() {
      machine.stop();
      await created.engines.pool.close();
    },
  };
  return { settings, session };
}

async function calibrated(
  { workload }: Asked,
  { calibrate }: EnginesAndCalibration,
  { state, observe }: Store,
): Promise<Circumstances> {
  const limit = state().machine?.memory.limit ?? 0;
  const times = await calibrate({ workload, limit, signal: new AbortController().signal });
  observe({ type: 'calibrated', calibration: fitCalibration(workload, times) });
  return circumstancesOf(state(), workload)!;
}

/** Enough tasks for a pass of the required length, the same number for every worker. */
function settingsFor(asked: Asked, { cpus, calibration }: Circumstances): Settings {
  const workers = asked.workers === 'cpus' ? cpus : asked.workers;
  const least =
    (passLength * Math.min(cpus, workers)) / taskTime(calibration, defaultSettings.size);
  const tasks = Math.ceil(least / workers) * workers;
  return { ...defaultSettings, ...asked, tasks, rounds: 1, engines: ['pool'] };
}
