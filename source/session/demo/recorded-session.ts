import { isDeepStrictEqual } from 'node:util';
import { EngineError, type Failure } from '../../core/failure.ts';
import { count } from '../../core/text/format.ts';
import { allOf } from '../../core/text/listing.ts';
import type { WorkloadName } from '../../core/plan/workload.ts';
import { batchOf, type Plan } from '../../core/plan/plan.ts';
import type { Circumstances } from '../../core/plan/circumstances.ts';
import { planOf } from '../../core/plan/plan-of.ts';
import type { Recording } from '../../core/recording/recording.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { runSettings } from '../../core/session/run-settings.ts';
import type { Session } from '../../core/session/session.ts';
import { circumstancesOf } from '../../core/profile/state.ts';
import type { Timing } from '../../core/timing.ts';
import { openRecordedStore, type RecordedStore } from './recorded-store.ts';

export type RecordedRequest = {
  /** The runs that can be started, recorded one after another in one session. */
  readonly recordings: readonly [Recording, ...(readonly Recording[])];
  /** Version of the fibtui that recorded them. */
  readonly version: string;
  readonly timing: Timing;
};

/**
 * A session with a recorded machine, calibration and runs: to start a run is to play its recording. It measures and
 * saves nothing, asks no cluster, and refuses any run that was not recorded.
 */
export function openRecordedSession({ recordings, version, timing }: RecordedRequest): Session {
  const store = openRecordedStore(timing);
  const { state, observe } = store;
  const plans = recordings.map(({ events: [{ plan }] }) => plan);
  const [{ scene }] = recordings;
  const ready = Promise.race([store.play(scene, scene[0]?.at ?? 0), untilCalibrated(store)]);

  const prepare = async (settings: Settings): Promise<Plan> => {
    await ready;
    const circumstances = circumstancesOf(state(), settings.workload);
    return planIn(plans, settings, circumstances);
  };

  const start = async (plan: Plan) => {
    const index = plans.indexOf(plan);
    await playRun(store, recordings[index] ?? recordings[0], recordings[index + 1]);
  };

  const { now, subscribe } = store;
  return {
    version,
    state,
    now,
    subscribe,
    async calibrate(workload) {
      await ready;
      if (!state().calibrations[workload]) {
        observe({ type: 'calibration-failed', workload });
        throw new EngineError(untimed(workload));
      }
    },
    async reach(target) {
      observe({ type: 'cluster-missed', target, failure: unreached });
    },
    run: runSettings({ state, prepare, start, quiet: quietIn(store, timing) }),
    start,
    drawing: () => () => {},
    wasHeldUp() {},
    cancel: () => cancelIn(store),
    close: async () => store.stop(),
  };
}

/** A recorded machine is as quiet as it was. */
const quietIn = ({ observe, subscribe, now }: RecordedStore, timing: Timing) => ({
  observe,
  subscribe,
  timing: { ...timing, now },
});

/** Later events of the scene are samples of the load only. */
async function untilCalibrated({ state, subscribe }: RecordedStore): Promise<void> {
  const calibrated = () => Object.keys(state().calibrations).length > 0;
  await new Promise<void>((resolve) => subscribe(() => calibrated() && resolve()));
}

/** Plays a run; then, without waiting for it, the scene until the next one. */
async function playRun(
  { play }: RecordedStore,
  { events }: Recording,
  next: Recording | undefined,
): Promise<void> {
  await play(events, events[0].at);
  const end = events.at(-1)!.at;
  void play(next?.scene.filter(({ at }) => at > end) ?? [], end);
}

function planIn(plans: readonly Plan[], asked: Settings, circumstances?: Circumstances): Plan {
  const found = plans.find(
    (plan) => circumstances && isDeepStrictEqual(plan, planLike(plan, asked, circumstances)),
  );
  if (!found) {
    throw new EngineError(notRecorded(plans));
  }

  return found;
}

/** The plan that is asked for; `auto` has as many tasks as the run that was recorded with it. */
function planLike(recorded: Plan, asked: Settings, circumstances: Circumstances): Plan {
  const { tasksFrom } = recorded;
  return asked.tasks === 'auto' && tasksFrom === 'auto'
    ? { ...planOf({ ...asked, tasks: batchOf(recorded).tasks }, circumstances), tasksFrom }
    : planOf(asked, circumstances);
}

/** Ends a run with the events of one that was cancelled. */
function cancelIn({ state, stop, observe }: RecordedStore): void {
  const activity = state().profile?.activity;
  stop();
  if (activity?.type === 'running') {
    observe({ type: 'pass-finished', pass: activity.pass, outcome: { status: 'cancelled' } });
  }

  if (activity && activity.type !== 'ended') {
    observe({ type: 'profile-finished', interrupted: true });
  }
}

const hint = 'Quit, and start fibtui to run that here.';

const untimed = (workload: WorkloadName): Failure => ({
  code: 'not-recorded',
  message: `This demo is recorded and does not include ${workload}.`,
  hint,
});

const unreached: Failure = {
  code: 'not-recorded',
  message: 'This demo is recorded and contacts no cluster.',
  hint,
};

const notRecorded = (plans: readonly Plan[]): Failure => ({
  code: 'not-recorded',
  message: `This demo is recorded: only its runs of ${allOf(plans.map((plan) => count(batchOf(plan).size)))} terms can be started, as they were set up.`,
  hint,
});
