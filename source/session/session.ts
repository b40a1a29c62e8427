import { planOf } from '../core/plan.ts';
import type { RaySetup } from '../engines/ray/cluster.ts';
import type { Session } from '../core/session.ts';
import { circumstancesOf } from '../core/state.ts';
import { realSystem } from '../machine/real-system.ts';
import { watchMachine } from '../machine/watch.ts';
import { openLaboratory } from './laboratory.ts';
import { openStore, type Store } from './store.ts';

export type SessionRequest = {
  readonly version: string;
  /** Versions of the libraries that take part in the measurement. */
  readonly libraries: Readonly<Record<string, string>>;
  readonly ray: Omit<RaySetup, 'version'>;
};

/** Wires the machine and the engines to one state. */
export function openSession({ version, libraries, ray }: SessionRequest): Session {
  const store = openStore();
  const machine = watchMachine({ system: realSystem, observe: store.observe, libraries });
  const laboratory = openLaboratory(store, { ...ray, version });
  let running: AbortController | undefined;
  let stops = 0;

  return {
    version,
    state: store.state,
    now: store.now,
    subscribe: store.subscribe,
    calibrate: laboratory.calibrate,
    reach: laboratory.reach,
    async prepare(settings) {
      await laboratory.calibrate(settings.workload);
      if (settings.engines.includes('ray')) {
        await laboratory.reach(settings.ray);
      }

      const circumstances = circumstancesOf(store.state(), settings.workload);
      if (!circumstances) {
        throw new Error('The session was closed before its machine was calibrated.');
      }

      return planOf(settings, circumstances);
    },
    async start(plan) {
      running = new AbortController();
      machine.pause();
      try {
        await laboratory.run(plan, running.signal, () => stops);
      } finally {
        machine.resume();
        running = undefined;
      }
    },
    drawing: drawingFor(store),
    wasStopped: () => void stops++,
    cancel: () => running?.abort(),
    async close() {
      running?.abort();
      machine.stop();
      await laboratory.close();
    },
  };
}

/** Puts what the drawing thread spends on a CPU from here to there down to the pass that runs. */
const drawingFor =
  ({ state, observe }: Store): Session['drawing'] =>
  () => {
    const began = realSystem.threadTime();
    return () => {
      const ended = realSystem.threadTime();
      const timed = state().profile?.activity.type === 'running';
      if (timed && began !== undefined && ended !== undefined) {
        observe({ type: 'frame-drawn', took: ended - began });
      }
    };
  };
