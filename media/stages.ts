import type { Recording } from '../source/core/recording/recording.ts';
import { runSettings } from '../source/core/session/run-settings.ts';
import type { History } from '../source/core/session/session.ts';
import { faster } from '../source/core/timing.ts';
import type { Milliseconds } from '../source/core/units.ts';
import type { OpenedRun } from '../source/output/run-files/read.ts';
import { openDemoKeyboard } from '../source/session/demo/keyboard.ts';
import { openScriptPlayer } from '../source/session/demo/script-player.ts';
import { openRecordedSession } from '../source/session/demo/recorded-session.ts';
import { demoSettings, scriptWith } from '../source/session/demo/script.ts';
import { openFold } from '../source/session/replay/fold.ts';
import { realTiming } from '../source/session/real-timing.ts';
import { openReplay } from '../source/session/replay/replay.ts';
import type { Stage } from './camera.ts';
import { filmPace, filmSpeed } from './film-pace.ts';

type Clock = () => Milliseconds;

/** A recorded run as its user saw it: on the setup screen until they start it. */
export function fromTheSetup({ recording, fibtui: version }: OpenedRun, clock: Clock): Stage {
  const { playback, ...replay } = openReplay({
    recording,
    version,
    timing: { ...realTiming, now: clock },
  });
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

/** A run, paused at a position after its beginning. */
export function standingAt(
  { recording, fibtui: version }: OpenedRun,
  position: Milliseconds,
  clock: Clock,
): Stage {
  const { playback, ...replay } = openReplay({
    recording,
    version,
    timing: { ...realTiming, now: clock },
  });
  playback.toggle();
  playback.seek(position);
  return { session: { ...replay, history }, follows: true };
}

/** The demo, shortened to one run. */
export function demoOf({ recording, fibtui: version }: OpenedRun): Stage {
  const timing = realTiming;
  const session = openRecordedSession({
    recordings: [recording],
    version,
    timing: faster(timing, filmSpeed),
  });
  const script = scriptWith(filmPace);
  const { stream, type } = openDemoKeyboard(undefined, () => {});
  const demo = openScriptPlayer({ script, session, timing, recorded: true, attended: false, type });
  return { session, settings: demoSettings, demo, keyboard: stream, play: demo.play };
}

/** A pass by its case and round, and the share of it that has passed. */
type Moment = { readonly id: string; readonly round: number; readonly share: number };

/** The time of a moment since the run's beginning. */
export function momentOf(
  { events: [beginning, ...events] }: Recording,
  { id, round, share }: Moment,
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

/** No saved runs: a picture must not show those of the user who makes it. */
const history: History = {
  list: async () => ({ runs: [], skipped: [] }),
  open: async () => Promise.reject(new Error('there are no saved runs in a picture')),
  async remove() {},
  async annotate() {},
};
