import type { Failure } from '../../core/failure.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { reportOf } from '../../core/report/report-of.ts';
import type { Session } from '../../core/session/session.ts';
import type { MachineWatch } from '../../machine/watch.ts';
import type { RunSaver } from './run-saver.ts';
import type { MeasuringHost } from '../../host/parent/measuring-host.ts';
import type { Store } from './store.ts';

export type RunnerRequest = {
  readonly store: Store;
  readonly machine: Pick<MachineWatch, 'pause' | 'ready' | 'resume'>;
  readonly host: Pick<MeasuringHost, 'run'>;
  readonly version: string;
  /** Saves every run that ends; none are saved where left out. */
  readonly saver?: RunSaver;
};

export type Runner = Pick<Session, 'start' | 'cancel'> & {
  /** Resolves when nothing runs and every run is saved, to the latest failure to save one. */
  readonly settled: () => Promise<Failure | undefined>;
};

/** Runs plans, one at a time, and saves them. */
export function openRunner(request: RunnerRequest): Runner {
  const { store, machine, host, saver } = request;
  let running: AbortController | undefined;
  let started: Promise<void> | undefined;

  const run = async (plan: Plan, { signal }: AbortController) => {
    // Saving the run before would disturb the passes of this one.
    await saver?.settled();
    // The report shows the machine as it is known at the start.
    await machine.ready();
    machine.pause();
    try {
      const saveEnded = savingOf(request);
      await host.run({ plan, cpus: store.state().machine?.usable.count, signal });
      saveEnded();
    } finally {
      machine.resume();
      running = undefined;
    }
  };

  return {
    async start(plan) {
      running = new AbortController();
      started = run(plan, running);
      return started;
    },
    cancel: () => running?.abort(),
    async settled() {
      await started?.catch(() => {});
      return saver?.settled();
    },
  };
}

/** Call it before a run, and the function that it returns right after: later events belong to no run. */
function savingOf({ store, version, saver }: RunnerRequest): () => void {
  const before = store.recording()?.events[0];
  return () => {
    const recording = store.recording();
    const report = reportOf(store.state(), version);
    const hasResult = report?.passes.some(({ status }) => status !== 'cancelled');
    if (recording && report && hasResult && recording.events[0] !== before) {
      saver?.save(recording, report);
    }
  };
}
