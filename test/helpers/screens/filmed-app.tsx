import xterm from '@xterm/headless';
import chalk from 'chalk';
import { render } from 'ink';
import { Writable } from 'node:stream';
import type { Session } from '../../../source/core/session/session.ts';
import { defaultSettings } from '../../../source/core/plan/settings.ts';
import type { CastVersion, WindowSize } from '../../../source/output/asciicast/format.ts';
import { openCastRecording } from '../../../source/output/asciicast/cast-recording.ts';
import { virtualKeyboard } from '../../../source/output/asciicast/virtual-terminal.ts';
import { App } from '../../../source/ui/app.tsx';
import { memoryDisk, shown, textOf, type MemoryDisk } from '../casts/casts.ts';
import { firstWith } from './first-with.ts';

export type FilmedOptions = {
  readonly session: Session;
  /** The size of the window before which the person sits. */
  readonly window: WindowSize;
  /** What the layout is pinned to. */
  readonly pinned?: WindowSize;
  readonly version?: CastVersion;
  /** Nobody sits there: it is drawn on a virtual terminal. */
  readonly hidden?: boolean;
};

/** The app in a window, and the recording of it in a file. */
export type Filmed = Disposable & {
  readonly press: (keys: string) => void;
  /** The first screen, from now on, with this in it; rejects when none comes. */
  readonly until: (wanted: string | RegExp) => Promise<string>;
  readonly resize: (window: WindowSize) => Promise<void>;
  /** Gives the terminal back. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly emulator: xterm.Terminal;
  /** What the terminal got: sizes, and output as one text between them. */
  readonly got: () => readonly (readonly [code: string, data: string])[];
  readonly disk: MemoryDisk;
};

// As on a terminal that knows them all, wherever the tests run.
chalk.level = 3;

export function film(options: FilmedOptions): Filmed {
  const { session, window, pinned, version = 2, hidden = false } = options;
  const disk = memoryDisk();
  const screen = openScreen(window);
  const { terminal, emulator, lookers } = screen;
  const recording = openCastRecording({
    path: 'app.cast',
    overwrite: false,
    disk,
    version,
    ...(hidden ? {} : { terminal }),
    ...(pinned ? { window: pinned } : {}),
    startedAt: 0,
    environment: {},
    now: () => performance.now(),
    onFailure(failure) {
      throw new Error(failure.message);
    },
  });
  const keyboard = virtualKeyboard();
  const drawn = render(
    <App
      session={session}
      settings={{ ...defaultSettings, repeats: 1 }}
      ascii={false}
      onInterrupt={() => {}}
      onSuspend={() => {}}
    />,
    {
      stdout: recording.stdout,
      stdin: keyboard,
      alternateScreen: true,
      interactive: true,
      exitOnCtrlC: false,
      patchConsole: false,
      maxFps: 60,
    },
  );
  return {
    emulator,
    disk,
    got: screen.got,
    press: (keys) => void keyboard.push(keys),
    until: async (wanted) => firstWith(wanted, () => textOf(emulator), lookers),
    resize: screen.resize,
    async leave() {
      drawn.unmount();
      await drawn.waitUntilExit();
    },
    async close() {
      recording.close();
      await shown(emulator);
    },
    [Symbol.dispose]: drawn.unmount,
  };
}

type TestScreen = Pick<Filmed, 'emulator' | 'resize' | 'got'> & {
  readonly terminal: NodeJS.WriteStream;
  readonly lookers: Set<() => void>;
};

/** A stream as Node gives it to a program in a window, and the window. */
function openScreen({ columns, rows }: WindowSize): TestScreen {
  const lookers = new Set<() => void>();
  // The system's terminal turns line feeds into new lines.
  const emulator = new xterm.Terminal({
    cols: columns,
    rows,
    convertEol: true,
    allowProposedApi: true,
  });
  const got: [code: string, data: string][] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(text: string, _, done) {
      const latest = got.at(-1);
      if (latest?.[0] === 'o') {
        latest[1] += text;
      } else {
        got.push(['o', text]);
      }

      emulator.write(text, () => lookers.forEach((look) => look()));
      done();
    },
  });
  const terminal = Object.assign(stream, { columns, rows, isTTY: true });
  return {
    emulator,
    lookers,
    got: () => got,
    terminal: terminal as unknown as NodeJS.WriteStream,
    async resize(window) {
      await shown(emulator);
      emulator.resize(window.columns, window.rows);
      got.push(['r', `${window.columns}x${window.rows}`]);
      Object.assign(terminal, window);
      terminal.emit('resize');
    },
  };
}
