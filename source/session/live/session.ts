import { needsCluster } from '../../core/plan/engines.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { planOf } from '../../core/plan/plan-of.ts';
import { ownHead, type Settings } from '../../core/plan/settings.ts';
import type { State } from '../../core/profile/state.ts';
import { waitForCpus } from '../../core/session/cpu-wait.ts';
import { runSettings } from '../../core/session/run-settings.ts';
import type { History, Session } from '../../core/session/session.ts';
import { circumstancesOf } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { MeasuringHost } from '../../host/parent/measuring-host.ts';
import { realSystem } from '../../machine/real-system.ts';
import { realTiming } from '../real-timing.ts';
import { watchMachine } from '../../machine/watch.ts';
import { openCalibrator } from './calibrator.ts';
import { isUnanswered, type RunSaver } from './run-saver.ts';
import { openRunner, type Runner } from './runner.ts';
import type { Store } from './store.ts';
import { openWatchedHost, type WatchedHostRequest } from './watched-host.ts';

export type SessionRequest = WatchedHostRequest & {
  /** Versions of the libraries that influence the measurement. */
  readonly libraries: Readonly<Record<string, string>>;
  /** Saves every run that ends; none are saved where left out. */
  readonly saver?: RunSaver;
  readonly history?: History;
};

/** Wires the machine and the host to one state. */
export function openSession(request: SessionRequest): Session {
  const { version, libraries, saver, history } = request;
  const { store, host, system, hurry, stop } = openWatchedHost(request);
  const machine = watchMachine({ system, observe: store.observe, libraries });
  const runner = openRunner({ store, machine, host, version, ...(saver ? { saver } : {}) });
  const calibrate = openCalibrator({ store, host });
  const reach: Session['reach'] = async (target) =>
    host.reach(target, store.state().machine?.usable.count);
  const awaitCpus = host.awaitCpus;
  const prepare = prepareWith({ calibrate, reach, awaitCpus }, store);

  return {
    version,
    state: store.state,
    now: store.now,
    subscribe: store.subscribe,
    calibrate,
    reach,
    run: runSettings({
      state: store.state,
      prepare,
      start: runner.start,
      quiet: { ...store, timing: { ...realTiming, now: store.now } },
    }),
    start: runner.start,
    drawing: drawingFor(store),
    wasHeldUp: (took) => store.observe({ type: 'drawing-held-up', took }, took),
    cancel: runner.cancel,
    async close() {
      runner.cancel();
      machine.stop();
      hurry();
      await host.close();
      stop();
      await runner.settled();
    },
    ...(history ? { history: afterSaves(history, runner) } : {}),
  };
}

type Preparing = Pick<Session, 'calibrate' | 'reach'> & Pick<MeasuringHost, 'awaitCpus'>;

/** Measures what a plan depends on, and makes it. */
const prepareWith =
  ({ calibrate, reach, awaitCpus }: Preparing, store: Store) =>
  async (settings: Settings, signal?: AbortSignal): Promise<Plan> => {
    const { state } = store;
    const { ray: target, workload } = settings;
    await calibrate(workload);
    if (needsCluster(settings.engines) && !hasFailedToStart(state(), settings)) {
      await reach(target);
    }

    // A cluster that refuses the job refuses those of the passes as well, which say why.
    const demand = async (cpus: number, most: Milliseconds) =>
      awaitCpus({ target, cpus, most }, signal).catch(() => {});
    const waited = await waitForCpus({ ...store, demand }, settings);
    const circumstances = circumstancesOf(state(), workload);
    if (!circumstances) {
      throw new Error('The session was closed before its machine was calibrated.');
    }

    const plan = planOf(settings, circumstances);
    return plan.ray && waited ? { ...plan, ray: { ...plan.ray, waited } } : plan;
  };

/** A head of our own that did not start is started again only if somebody asks for it. */
const hasFailedToStart = ({ cluster }: State, { ray }: Settings): boolean =>
  ray.at === ownHead && cluster?.target.at === ownHead && cluster.status === 'missed';

/** Lists the runs once the last one is saved, and says if it could not be. */
const afterSaves = (history: History, { settled }: Runner): History => ({
  ...history,
  async list() {
    const unsaved = await settled();
    if (unsaved && isUnanswered(unsaved)) {
      return { runs: [], skipped: [], unsaved };
    }

    const list = await history.list();
    return unsaved ? { ...list, unsaved } : list;
  },
});

/** Charges the CPU time of a drawn frame to the running pass. */
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
