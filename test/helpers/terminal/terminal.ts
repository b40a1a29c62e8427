import { spawn, type IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { printedIn } from '../casts/casts.ts';
import { frames } from './terminal-frames.ts';
import {
  untilEnded,
  untilStands,
  type Ending,
  type Wanted,
  type Watched,
} from './terminal-waits.ts';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const program = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

export type TerminalOptions = {
  readonly columns?: number;
  readonly rows?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which `until` and `exited` give up: long enough for the slowest machine. */
  readonly patience?: number;
  /** The program and its first arguments; by default the built program. */
  readonly command?: readonly [file: string, ...args: string[]];
};

/** A window with a program in it, as a person sees it. */
export type Terminal = Disposable & {
  /** Names of keys, or characters that arrive as one chunk. */
  readonly press: (...keys: readonly string[]) => void;
  /** The rows of the window without trailing blanks. */
  readonly text: () => string;
  /** Everything printed outside of the alternate screen, scrolled away or not. */
  readonly printed: () => string;
  /** The first screen that matches; rejects if the program ends before. */
  readonly until: (wanted: Wanted) => Promise<string>;
  readonly resize: (columns: number, rows: number) => void;
  /** A frozen window: nothing that the program writes is read until `thaw`. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Ends the terminal itself, as a shut window or a lost connection does. */
  readonly shut: () => void;
  readonly pid: number;
  /** The exit; rejects if the program does not end, so that no test waits for ever. */
  readonly exited: Promise<Ending>;
  readonly buffer: () => 'normal' | 'alternate';
  readonly cursorVisible: () => boolean;
  /** Every byte that the program wrote. */
  readonly output: () => string;
  readonly emulator: xterm.Terminal;
};

const sequences: Readonly<Record<string, string>> = {
  enter: '\r',
  escape: '\x1b',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  backspace: '\x7f',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  'shift+right': '\x1b[1;2C',
  'shift+left': '\x1b[1;2D',
  'ctrl+c': '\x03',
};

/** Opens a window; leaving the block that is `using` it kills the program. */
export function openTerminal(options: TerminalOptions = {}): Terminal {
  const {
    columns: cols = 80,
    rows = 24,
    args = [],
    env = {},
    command,
    patience = 60_000,
  } = options;
  const [file, ...rest] = command ?? [process.execPath, program];
  const emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 10_000 });
  const cursorVisible = watchCursor(emulator);
  const pty = spawn(file, [...rest, ...args], { cols, rows, cwd: root, env: environment(env) });
  const watched = watch(pty, emulator);
  const text = () => screenOf(emulator);
  return {
    press: (...keys) => pty.write(keys.map((key) => sequences[key] ?? key).join('')),
    text,
    printed: () => printedIn(emulator),
    until: async (wanted) => untilStands(wanted, { ...watched, text, patience }),
    resize(columns, rowsNow) {
      emulator.resize(columns, rowsNow);
      pty.resize(columns, rowsNow);
    },
    freeze: () => pty.pause(),
    thaw: () => pty.resume(),
    signal: (name) => void process.kill(pty.pid, name),
    // The package does not declare it.
    shut: () => (pty as IPty & { readonly destroy: () => void }).destroy(),
    pid: pty.pid,
    get exited() {
      return untilEnded({ ...watched, text, patience });
    },
    buffer: () => emulator.buffer.active.type,
    cursorVisible,
    output: watched.output,
    emulator,
    [Symbol.dispose]() {
      if (!watched.ending()) {
        pty.kill('SIGKILL');
      }
    },
  };
}

/**
 * Draws frame by frame, with a turn of the event loop between them. So a waiting test sees every frame, even if many
 * arrive at once because this process got no CPU for a while.
 */
function watch(pty: IPty, emulator: xterm.Terminal): Watched {
  const lookers = new Set<() => void>();
  const framed = frames();
  let output = '';
  let ending: Ending | undefined;
  let drawn = Promise.resolve();
  const look = () => {
    // Between the two marks of a synchronized update the screen shows half a frame.
    for (const looker of emulator.modes.synchronizedOutputMode && !ending ? [] : lookers) {
      looker();
    }
  };
  const draw = async (text: string) => {
    await new Promise<void>((resolve) => {
      emulator.write(text, resolve);
    });
    look();
    await setImmediate();
  };

  pty.onData((data) => {
    output += data;
    for (const part of framed(data)) {
      drawn = drawn.then(async () => draw(part));
    }
  });
  const exited = new Promise<Ending>((resolve) => {
    pty.onExit(async ({ exitCode, signal }) => {
      await drawn;
      ending = { code: exitCode, signal: signal === 0 ? undefined : signal };
      resolve(ending);
      look();
    });
  });
  return { output: () => output, ending: () => ending, exited, lookers };
}

/** The folder for runs and caches of programs that tests start, never the user's own. */
export const stateHome = mkdtempSync(join(tmpdir(), 'fibtui-state-'));
process.once('exit', () => rmSync(stateHome, { recursive: true, force: true }));

/** The environment of a person at a terminal: ours, without variables such as CI. */
export function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const hidden =
    /^(CI|CI_.*|CONTINUOUS_INTEGRATION|GITHUB_ACTIONS|NO_COLOR|FORCE_COLOR|CLICOLOR|CLICOLOR_FORCE|COLORFGBG|NODE_TEST_CONTEXT|NODE_OPTIONS|FIBTUI_OPTIONS)$/;
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !hidden.test(entry[0]),
  );
  const usual = {
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    LC_ALL: 'C.UTF-8',
    XDG_STATE_HOME: stateHome,
    XDG_CACHE_HOME: join(stateHome, 'cache'),
  };
  return { ...Object.fromEntries(kept), ...usual, ...more };
}

function watchCursor({ parser }: xterm.Terminal): () => boolean {
  let visible = true;
  for (const [final, shows] of [
    ['h', true],
    ['l', false],
  ] as const) {
    parser.registerCsiHandler({ prefix: '?', final }, (modes) => {
      visible = modes.includes(25) ? shows : visible;
      return false;
    });
  }

  return () => visible;
}

function screenOf({ buffer: { active }, cols, rows }: xterm.Terminal): string {
  // When a window becomes narrower, rows of the alternate screen keep the cells beyond its right edge.
  const line = (row: number) =>
    active.getLine(active.baseY + row)?.translateToString(true, 0, cols) ?? '';
  return Array.from({ length: rows }, (_, row) => line(row).trimEnd()).join('\n');
}
