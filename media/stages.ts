import type { Recording } from '../source/core/recording/recording.ts';
import { runSettings } from '../source/core/session/run-settings.ts';
import type { History } from '../source/core/session/session.ts';
import type { Milliseconds } from '../source/core/units.ts';
import type { OpenedRun } from '../source/output/run-files/read.ts';
import { openDemoKeyboard } from '../source/session/demo/keyboard.ts';
import { openScriptPlayer } from '../source/session/demo/script-player.ts';
import { openRecordedSession } from '../source/session/demo/recorded-session.ts';
import { demoScript, demoSettings } from '../source/session/demo/script.ts';
import { openFold } from '../source/session/replay/fold.ts';
import { realTiming } from '../source/session/real-timing.ts';
import { openReplay } from '../source/session/replay/replay.ts';
import type { Stage } from './camera.ts';

type Clock = () => Milliseconds;

/** A run as the person saw it: on the setup screen until they start it. */
export function fromTheSetup({ recording, fibtui: version }: OpenedRun, clock: Clock): Stage {
  const { playback, ...replay } = openReplay({ recording, version, clock });
  playback.toggle();
  const before = openFold(recording)(0);
  let started = false;
  const state = () => (started ? replay.state() : before);
  const prepare = async () => recording.events[0].plan;
  const start = async () => {
    started = true;
    playback.restart();
  };
  const run = runSettings({ state, prepare, start });
  return { session: { ...replay, history, state, run, start } };
}

/** A run as it stood so long after its beginning. */
export function standingAt(
  { recording, fibtui: version }: OpenedRun,
  position: Milliseconds,
  clock: Clock,
): Stage {
  const { playback, ...replay } = openReplay({ recording, version, clock });
  playback.toggle();
  playback.seek(position);
  return { session: { ...replay, history }, follows: true };
}

/** The demo, played from what was recorded for it. */
export function demoOf(first: OpenedRun, tiny: OpenedRun): Stage {
  const timing = realTiming;
  const recordings = [first.recording, tiny.recording] as const;
  const session = openRecordedSession({ recordings, version: first.fibtui, timing });
  const { stream, type } = openDemoKeyboard(undefined, () => {});
  const demo = openScriptPlayer({ script: demoScript, session, timing, recorded: true, type });
  return { session, settings: demoSettings, demo, keyboard: stream, play: demo.play };
}

/** When so much of a pass had passed, counted from the run's beginning. */
export function momentOf(
  { events: [beginning, ...events] }: Recording,
  id: string,
  round: number,
  share: number,
): Milliseconds {
  const start = events.findIndex(
    (event) =>
      event.type === 'pass-started' && event.pass.case === id && event.pass.round === round,
  );
  const [from, to] = [
    events[start],
    events.slice(start).find(({ type }) => type === 'pass-finished'),
  ];
  if (!from || !to) {
    throw new Error(`The run has no pass of ${id} in round ${round}.`);
  }

  return from.at + (to.at - from.at) * share - beginning.at;
}

/** The runs of whoever sits there are within reach of a key, and stay closed. */
const history: History = {
  list: async () => ({ runs: [], skipped: [] }),
  open: async () => Promise.reject(new Error('no run is opened while a picture is made')),
  async remove() {},
};
