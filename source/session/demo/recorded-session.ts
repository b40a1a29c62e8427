import { isDeepStrictEqual } from 'node:util';
import { EngineError } from '../../core/failure.ts';
import { planOf, type Plan } from '../../core/plan/plan.ts';
import type { Recording } from '../../core/recording/recording.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { runSettings } from '../../core/session/run-settings.ts';
import type { Session } from '../../core/session/session.ts';
import { circumstancesOf } from '../../core/profile/state.ts';
import type { Timing } from '../../core/timing.ts';
import { notRecorded, unreached, untimed } from './recorded-failures.ts';
import { openReel, type Reel } from './recorded-store.ts';

export type RecordedRequest = {
  /** What can be run, recorded one after another in one session. */
  readonly recordings: readonly [Recording, ...(readonly Recording[])];
  /** Of the fibtui that ran them. */
  readonly version: string;
  readonly timing: Timing;
};

/**
 * A session whose machine, calibration and runs were recorded: what is started is played as it was. Nothing is measured
 * or saved, and no cluster asked; what was not recorded cannot be run.
 */
export function openRecordedSession({ recordings, version, timing }: RecordedRequest): Session {
  const reel = openReel(timing);
  const { state, tell } = reel;
  const plans = recordings.map(({ events: [{ plan }] }) => plan);
  const [{ scene }] = recordings;
  const ready = Promise.race([reel.play(scene, scene[0]?.at ?? 0), untilCalibrated(reel)]);

  const prepare = async (settings: Settings): Promise<Plan> => {
    await ready;
    const circumstances = circumstancesOf(state(), settings.workload);
    return planIn(plans, circumstances && planOf(settings, circumstances));
  };

  const start = async (plan: Plan): Promise<void> => {
    const index = plans.indexOf(plan);
    const { events } = recordings[index] ?? recordings[0];
    await reel.play(events, events[0].at);
    const end = events.at(-1)!.at;
    const then = recordings[index + 1]?.scene.filter(({ at }) => at > end) ?? [];
    void reel.play(then, end);
  };

  return {
    version,
    state,
    now: reel.now,
    subscribe: reel.subscribe,
    async calibrate(workload) {
      await ready;
      if (!state().calibrations[workload]) {
        tell({ type: 'calibration-failed', workload });
        throw new EngineError(untimed(workload));
      }
    },
    async reach(target) {
      tell({ type: 'cluster-missed', target, failure: unreached });
    },
    run: runSettings({ state, prepare, start }),
    start,
    drawing: () => () => {},
    wasStopped() {},
    cancel: () => cancelIn(reel),
    close: async () => reel.stop(),
  };
}

/** What is told after that is no more than the load. */
async function untilCalibrated({ state, subscribe }: Reel): Promise<void> {
  const calibrated = () => Object.keys(state().calibrations).length > 0;
  await new Promise<void>((resolve) => subscribe(() => calibrated() && resolve()));
}

function planIn(plans: readonly Plan[], asked: Plan | undefined): Plan {
  const found = plans.find((plan) => isDeepStrictEqual(plan, asked));
  if (!found) {
    throw new EngineError(notRecorded(plans));
  }

  return found;
}

/** What a run that is cancelled tells. */
function cancelIn({ state, stop, tell }: Reel): void {
  const activity = state().profile?.activity;
  stop();
  if (activity?.type === 'running') {
    tell({ type: 'pass-finished', pass: activity.pass, outcome: { status: 'cancelled' } });
  }

  if (activity && activity.type !== 'ended') {
    tell({ type: 'profile-finished', interrupted: true });
  }
}
