import xterm from '@xterm/headless';
import { Writable } from 'node:stream';
import type { Session } from '../../../source/core/session/session.ts';
import { defaultSettings } from '../../../source/core/plan/settings.ts';
import type { CastVersion, WindowSize } from '../../../source/output/asciicast/format.ts';
import { openCastRecording } from '../../../source/output/asciicast/cast-recording.ts';
import { realTiming } from '../../../source/session/real-timing.ts';
import { virtualKeyboard } from '../../../source/output/asciicast/virtual-terminal.ts';
import { mount } from '../../../source/ui/mount.tsx';
import { memoryDisk, shown, textOf, type MemoryDisk } from '../casts/casts.ts';
import { firstWith } from './first-with.ts';

export type FilmedOptions = {
  readonly session: Session;
  /** The size of the user's window. */
  readonly window: WindowSize;
  /** The size that the layout is fixed to. */
  readonly pinned?: WindowSize;
  readonly version?: CastVersion;
  /** Nobody watches: the app is drawn on a virtual terminal. */
  readonly hidden?: boolean;
};

/** The app in a window, recorded to a file. */
export type Filmed = Disposable & {
  readonly press: (keys: string) => void;
  /** The next screen that contains this; rejects if none comes. */
  readonly until: (wanted: string | RegExp) => Promise<string>;
  readonly resize: (window: WindowSize) => Promise<void>;
  /** Restores the terminal. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly emulator: xterm.Terminal;
  /** Everything that the terminal received: sizes, and the output between them. */
  readonly got: () => readonly (readonly [code: string, data: string])[];
  readonly disk: MemoryDisk;
};

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
    timing: realTiming,
    onFailure(failure) {
      throw new Error(failure.message);
    },
  });
  const keyboard = virtualKeyboard();
  const drawn = mount(
    {
      session,
      settings: { ...defaultSettings, rounds: 1 },
      ascii: false,
      onInterrupt() {},
      onSuspend() {},
    },
    { stdout: recording.stdout, stdin: keyboard },
  );
  return {
    emulator,
    disk,
    got: screen.got,
    press: (keys) => void keyboard.push(keys),
    until: async (wanted) => firstWith(wanted, () => textOf(emulator), lookers),
    resize: screen.resize,
    async leave() {
      drawn.leave();
      await drawn.left;
    },
    async close() {
      recording.close();
      await shown(emulator);
    },
    [Symbol.dispose]: drawn.leave,
  };
}

type TestScreen = Pick<Filmed, 'emulator' | 'resize' | 'got'> & {
  readonly terminal: NodeJS.WriteStream;
  readonly lookers: Set<() => void>;
};

/** A stream like the standard output of a program in a window, and that window. */
function openScreen({ columns, rows }: WindowSize): TestScreen {
  const lookers = new Set<() => void>();
  // A terminal driver turns line feeds into new lines.
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
