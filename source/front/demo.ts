import { exitCodeOf } from '../core/profile/exit-code.ts';
import { UsageError } from '../core/failure.ts';
import { faster, patient, type Timing } from '../core/timing.ts';
import { openDemoKeyboard } from '../session/demo/keyboard.ts';
import { openScriptPlayer } from '../session/demo/script-player.ts';
import { readRecordedRuns } from '../session/demo/recorded-runs.ts';
import { openRecordedSession } from '../session/demo/recorded-session.ts';
import { demoScript, demoSettings } from '../session/demo/script.ts';
import type { DemoOptions } from '../options/options.ts';
import { realTiming } from '../session/real-timing.ts';
import { castOf } from './filming.ts';
import { openHidden } from './hidden.ts';
import type { Host } from './host.ts';
import { lastWords } from './last-words.ts';
import { openLive, type Live } from './live.ts';
import { openScreen } from './screen.ts';
import { hasTerminal, paperOf } from './terminal.ts';

/** Plays itself until its end; whoever presses a key before has the program from then on. */
export async function demo(options: DemoOptions, host: Host): Promise<never> {
  const { ascii, offline, speed, overwrite } = options;
  const seen = hasTerminal(host);
  if (!seen && !options.record) {
    throw new UsageError(
      'demo has no terminal to show itself on: run it in one, or add --record FILE.',
    );
  }

  // What was recorded waits for a machine that is too busy to show it.
  const timing = offline ? faster(patient(realTiming), speed) : realTiming;
  const { session, close, note } = offline ? await openRecorded(timing) : openMeasured(seen, host);
  const cast = await castOf({ session, asked: options, overwrite, seen }, host);
  const person = seen ? host.program.stdin : undefined;
  const keyboard = openDemoKeyboard(person, () => show.stop());
  const show = openScriptPlayer({
    script: demoScript,
    session,
    timing,
    recorded: offline,
    type: keyboard.type,
  });
  const shown = { session, settings: demoSettings, ascii, demo: show, keyboard: keyboard.stream };
  const screen =
    cast && !seen
      ? await openHidden({ ...shown, cast }, host)
      : await openScreen({ ...shown, cast }, host);
  host.ending.leaveBy(screen.leave);
  void show.play().then(screen.leave);
  await screen.left;
  show.stop();
  await close();
  const text = lastWords({
    session,
    cast,
    seen,
    output: 'summary',
    paper: paperOf(host, ascii),
    note,
  });
  return host.ending.finish(text, exitCodeOf(session.state(), host.ending.interruption()));
}

type Shown = Live & {
  /** What is to be known of the runs. */
  readonly note: string;
};

/** On this machine; its runs are kept like any that a screen shows. */
const openMeasured = (seen: boolean, host: Host): Shown => ({
  ...openLive({ ray: {}, saves: seen }, host),
  note: '',
});

/** Played from what ships with fibtui. */
async function openRecorded(timing: Timing): Promise<Shown> {
  const [first, tiny] = await readRecordedRuns();
  const recordings = [first.recording, tiny.recording] as const;
  const session = openRecordedSession({ recordings, version: first.fibtui, timing });
  const day = first.when.slice(0, 10);
  return {
    session,
    close: session.close,
    note: `Recorded on ${day}: nothing was measured here.\n`,
  };
}
