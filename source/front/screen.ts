import { defaultSettings } from '../core/plan/settings.ts';
import { UsageError } from '../core/failure.ts';
import type { Session } from '../core/session/session.ts';
import type { Timing } from '../core/timing.ts';
import type { Milliseconds } from '../core/units.ts';
import { inForce, type RecordOptions } from '../options/record-flags.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import { timedStdout } from '../output/timed-stdout.ts';
import type { AppProps } from '../ui/app.tsx';
import type { Palette } from '../core/text/palette.ts';
import type { Mounted } from '../ui/mount.tsx';
import { fixedPalette, type TerminalPalette } from './colours/palettes.ts';
import { openJobControl } from './job-control.ts';
import { keyboardOf } from './keyboard/keyboard.ts';
import type { Surroundings } from './surroundings.ts';

export type ScreenRequest = Pick<AppProps, 'session' | 'ascii' | 'follows' | 'demo' | 'atOnce'> &
  Partial<Pick<AppProps, 'settings'>> & {
    /** Where it is drawn: on the plain terminal where left out. */
    readonly cast?: CastRecording | undefined;
    /** Where keys come from: the terminal where left out. */
    readonly keyboard?: NodeJS.ReadStream;
    /** Called just before the first frame. */
    readonly begin?: () => void;
  };

export type TerminalRequest = ScreenRequest & { readonly look: TerminalPalette };

/** Shows a session on the terminal. It closes when the program ends. */
export async function openScreen(request: TerminalRequest, around: Surroundings): Promise<Mounted> {
  const { settings = defaultSettings, look, cast, keyboard, begin, ...shown } = request;
  const { program, ending } = around;
  const { mount } = await loadScreens();
  const onInterrupt = () => ending.interrupt('SIGINT');
  const jobs = openJobControl(around);
  const onKey = () => cast?.typed();
  begin?.();
  program.stdin.on('error', ending.hangUp);
  if (!keyboard) {
    // Ink does so after its first frame: until then the terminal would echo what is typed into it.
    program.stdin.setRawMode(true);
  }

  const screen = mount(
    { ...shown, settings, onInterrupt, onSuspend: jobs.suspend, onKey },
    {
      stdout: jobs.drawnOn(cast?.stdout ?? terminalFor(shown.session, program)),
      stdin: keyboard ?? keyboardOf(program.stdin, look.onAnswer),
      colours: look,
    },
  );
  ending.leaveBy(screen.leave);
  look.ask();
  return screen;
}

/** Throws a `UsageError` where Ink cannot be loaded: its layout engine is WebAssembly. */
async function loadScreens() {
  if (typeof WebAssembly === 'undefined') {
    throw new UsageError(
      'The screen needs WebAssembly, which this Node lacks (--jitless): start Node without that flag, or use --json --workload bigint, which need none.',
    );
  }

  return import('../ui/mount.tsx');
}

export type HiddenRequest = ScreenRequest & {
  readonly cast: CastRecording;
  readonly look: Palette;
};

/** Draws a session for its cast only. Without a keyboard nobody presses a key. */
export async function openHidden(request: HiddenRequest): Promise<Mounted> {
  const { settings = defaultSettings, look, cast, keyboard, begin, ...shown } = request;
  const { mount } = await loadScreens();
  const { virtualKeyboard } = await import('../output/asciicast/virtual-terminal.ts');
  const onKey = () => cast.typed();
  begin?.();
  return mount(
    { ...shown, settings, onInterrupt() {}, onSuspend() {}, onKey },
    {
      stdout: cast.stdout,
      stdin: keyboard ?? virtualKeyboard(),
      colours: fixedPalette(look),
    },
  );
}

/** Time for a viewer of the cast to read the results. Nobody waits for it while the cast is made. */
const resultsStand: Milliseconds = 5000;

/** Ends a hidden screen on its results; an interrupted one ends as it is. */
export async function endOnResults(
  screen: Mounted,
  cast: CastRecording,
  { ending }: Surroundings,
): Promise<void> {
  if (!ending.interruption()) {
    await screen.show();
    cast.stand(resultsStand);
    screen.leave();
  }
}

export type AskedCast = {
  readonly session: Session;
  readonly asked: RecordOptions;
  /** Whether the terminal shows the screen; else only the cast has it. */
  readonly seen: boolean;
  /** The time in which the cast is made; real time where left out. */
  readonly timing?: Timing;
};

/** Opens the cast that is asked for, and loads its code only then. */
export async function castFor(
  request: AskedCast,
  { program, ending }: Surroundings,
): Promise<CastRecording | undefined> {
  const { seen, ...rest } = request;
  const asked = inForce(request.asked, seen);
  if (!asked.record && !asked.window) {
    return undefined;
  }

  const { openCast } = await import('./cast.ts');
  const terminal = seen ? { terminal: terminalFor(request.session, program) } : {};
  return openCast({ ...rest, asked, ...terminal, program, ending });
}

/** The program's terminal. The session learns how long it keeps drawing waiting. */
const terminalFor = (session: Session, { stdout }: NodeJS.Process): NodeJS.WriteStream =>
  timedStdout({
    terminal: stdout,
    now: () => performance.now(),
    onHeldUp: session.wasHeldUp,
  });
