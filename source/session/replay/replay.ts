import type { Recording } from '../../core/recording/recording.ts';
import { runSettings } from '../../core/session/run-settings.ts';
import type { Replay } from '../../core/session/session.ts';
import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import { realTiming } from '../real-timing.ts';
import { openFold } from './fold.ts';
import { openPlayer } from './player.ts';
import { scheduleOf } from './schedule.ts';

export type ReplayRequest = {
  readonly recording: Recording;
  /** Version of the fibtui that ran it. */
  readonly version: string;
  /** 2 plays twice as fast as recorded; 1 where left out. */
  readonly speed?: number;
  /** Shortens idle times to this; unlimited where left out. */
  readonly idleLimit?: Milliseconds;
  /** The time in which it plays; real time where left out. */
  readonly timing?: Timing;
};

/**
 * A session that plays a recording, beginning at once. Its clock and its state are the recorded ones. It measures
 * nothing and asks no cluster; to start a plan is to play the recording again.
 */
export function openReplay(request: ReplayRequest): Replay {
  const { recording, version, speed = 1, idleLimit = Number.POSITIVE_INFINITY } = request;
  const { events } = recording;
  const schedule = scheduleOf(events, idleLimit);
  const player = openPlayer({ schedule, speed, timing: request.timing ?? realTiming });
  const stateAfter = openFold(recording);
  const state = () => stateAfter(schedule.countAt(player.position()));
  const prepare = async () => events[0].plan;
  const start = async () => player.restart();
  const nothing = async () => {};

  return {
    version,
    playback: player,
    state,
    now: () => schedule.recordedAt(player.position()),
    subscribe: player.subscribe,
    calibrate: nothing,
    reach: nothing,
    run: runSettings({ state, prepare, start }),
    start,
    drawing: () => () => {},
    wasHeldUp() {},
    cancel() {},
    close: async () => player.close(),
  };
}
