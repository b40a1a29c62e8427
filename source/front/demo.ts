import { exitCodeOf } from '../core/profile/exit-code.ts';
import { UsageError } from '../core/failure.ts';
import { madeUpTime, type MadeUpTime } from '../core/made-up-time.ts';
import { faster, patient, type Timing } from '../core/timing.ts';
import type { Palette } from '../core/text/palette.ts';
import { openDemoKeyboard } from '../session/demo/keyboard.ts';
import { openScriptPlayer, type ScriptPlayer } from '../session/demo/script-player.ts';
import { readRecordedRuns } from '../session/demo/recorded-runs.ts';
import { openRecordedSession } from '../session/demo/recorded-session.ts';
import { demoScript, demoSettings } from '../session/demo/script.ts';
import type { DemoOptions } from '../options/options.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import { realTiming } from '../session/real-timing.ts';
import type { Mounted } from '../ui/mount.tsx';
import { keyboardOf } from './keyboard/keyboard.ts';
import { lastWords } from './ending/last-words.ts';
import { playAtOnce } from './play-at-once.ts';
import { openLive, type Live } from './live.ts';
import { hasTerminal, isAttended, paperFor, type Surroundings } from './surroundings.ts';
import { castPalette, openPalette, type TerminalPalette } from './colours/palettes.ts';
import { castFor, openHidden, openScreen } from './screen.ts';

/** Runs the guided tour. Any key hands the program to the person. */
export async function demo(options: DemoOptions, around: Surroundings): Promise<never> {
  const { ascii, offline } = options;
  const seen = hasTerminal(around);
  refuse(seen, options);
  const opened = offline ? await openRecorded(seen, options) : openMeasured(seen, around);
  const { session, madeUp, close, note } = opened;
  const asked = { session, asked: options, seen, ...(madeUp ? { timing: madeUp } : {}) };
  const cast = await castFor(asked, around);
  const look = openPalette(options, around.program);
  const onCast = castPalette(options, around.program);
  await play(await openStage({ opened, options, seen, cast, look, onCast }, around), madeUp);
  await close();
  const palette = look.palette();
  const paper = paperFor(around, { ascii, palette });
  const drawn = seen ? palette : onCast;
  const text = lastWords({ session, cast, drawn, seen, output: 'summary', paper, note });
  return around.ending.finish(text, exitCodeOf(session.state(), around.ending.interruption()));
}

type StageRequest = {
  readonly opened: DemoSession;
  readonly options: DemoOptions;
  /** Whether the terminal shows it. */
  readonly seen: boolean;
  readonly cast: CastRecording | undefined;
  readonly look: TerminalPalette;
  readonly onCast: Palette;
};

type Stage = { readonly show: ScriptPlayer; readonly screen: Mounted };

/** The screen, and what presses its keys until a person does. */
async function openStage(request: StageRequest, around: Surroundings): Promise<Stage> {
  const { opened, options, seen, cast, look, onCast } = request;
  const { session, timing } = opened;
  const { ascii, offline } = options;
  const person = seen ? keyboardOf(around.program.stdin, look.onAnswer) : undefined;
  const keyboard = openDemoKeyboard(person, () => show.stop());
  const show = openScriptPlayer({
    script: demoScript,
    session,
    timing,
    recorded: offline,
    attended: isAttended(around),
    type: keyboard.type,
  });
  const shown = { session, settings: demoSettings, ascii, demo: show, keyboard: keyboard.stream };
  const screen =
    cast && !seen
      ? await openHidden({ ...shown, look: onCast, cast })
      : await openScreen({ ...shown, look, cast }, around);
  around.ending.leaveBy(screen.leave);
  return { show, screen };
}

/** Plays the script until its end, or until the screen is left: in made-up time as fast as frames can be drawn. */
async function play({ show, screen }: Stage, madeUp: MadeUpTime | undefined): Promise<void> {
  const played = show.play();
  if (madeUp) {
    await playAtOnce({ time: madeUp, screen }, played);
  }

  void played.then(screen.leave);
  await screen.left;
  show.stop();
}

/** Throws a `UsageError` without a screen to draw on or a person to watch. */
function refuse(seen: boolean, { plain, record }: DemoOptions): void {
  if (seen && plain) {
    throw new UsageError(
      'demo is a tour of the screens, and INK_SCREEN_READER asks for none: start fibtui itself for a session in sentences.',
    );
  }

  if (!seen && !record) {
    throw new UsageError(
      'demo needs a terminal: run it in the foreground of one, or add --record FILE.',
    );
  }
}

type DemoSession = Live & {
  /** The time of the script and, if it is recorded, of the session. */
  readonly timing: Timing;
  /** Where nobody sees the demo: its cast is made without waiting. */
  readonly madeUp?: MadeUpTime;
  /** Printed below the summary. */
  readonly note: string;
};

/** Measures this machine. Runs that a screen shows are saved, as without the demo. */
const openMeasured = (seen: boolean, around: Surroundings): DemoSession => ({
  ...openLive({ ray: {}, saves: seen }, around),
  timing: realTiming,
  note: '',
});

/** Plays the runs that ship with fibtui. */
async function openRecorded(seen: boolean, { speed }: DemoOptions): Promise<DemoSession> {
  const madeUp = seen ? undefined : madeUpTime();
  // Recorded runs wait while the machine is too busy to draw them.
  const timing = faster(madeUp ?? patient(realTiming), speed);
  const [first, tiny] = await readRecordedRuns();
  const recordings = [first.recording, tiny.recording] as const;
  const session = openRecordedSession({ recordings, version: first.fibtui, timing });
  const day = first.when.slice(0, 10);
  return {
    session,
    timing,
    ...(madeUp ? { madeUp } : {}),
    close: session.close,
    note: `Recorded on ${day}: nothing was measured here.`,
  };
}
