import { render } from 'ink-testing-library';
import { stripVTControlCharacters } from 'node:util';
import type { Session } from '../../../source/core/session/session.ts';
import { defaultSettings, type Settings } from '../../../source/core/plan/settings.ts';
import { App } from '../../../source/ui/app.tsx';
import { firstWith } from './first-with.ts';

export type ShownOptions = {
  readonly session: Session;
  readonly settings?: Settings;
  readonly onInterrupt?: () => void;
  readonly onKey?: () => void;
  readonly follows?: boolean;
  readonly atOnce?: boolean;
};

/** The app in a window of 80x24. */
export type Shown = Disposable & {
  readonly press: (...keys: readonly string[]) => void;
  /** The last frame, without colours and trailing blanks. */
  readonly frame: () => string;
  /** The next frame that contains this; rejects if none comes. */
  readonly until: (wanted: string | RegExp) => Promise<string>;
  readonly resize: (columns: number, rows: number) => void;
  /** Resolves when the app has left the screen and listens no longer. */
  readonly left: Promise<void>;
  /** The number of frames so far. */
  readonly frames: () => number;
};

const sequences: Readonly<Record<string, string>> = {
  enter: '\r',
  escape: '\u{1B}',
  tab: '\t',
  'shift+tab': '\u{1B}[Z',
  up: '\u{1B}[A',
  down: '\u{1B}[B',
  right: '\u{1B}[C',
  left: '\u{1B}[D',
  backspace: '\u{7F}',
  pageup: '\u{1B}[5~',
  pagedown: '\u{1B}[6~',
  'ctrl+c': '\u{3}',
};

export function show({
  session,
  settings = defaultSettings,
  onInterrupt,
  ...more
}: ShownOptions): Shown {
  const size = { columns: 80, rows: 24 };
  const lookers = new Set<() => void>();
  const { watched, left } = leaving(session);
  const { stdout, stdin, unmount } = render(
    <App
      session={watched}
      settings={settings}
      ascii={false}
      onInterrupt={onInterrupt ?? (() => {})}
      onSuspend={() => {}}
      {...more}
    />,
  );
  const write = stdout.write;
  stdout.write = (text) => {
    write(text);
    lookers.forEach((look) => look());
  };
  Object.defineProperties(stdout, {
    columns: { get: () => size.columns },
    rows: { get: () => size.rows },
  });
  stdout.emit('resize');

  const frame = () =>
    stripVTControlCharacters(stdout.lastFrame() ?? '')
      .split('\n')
      .map((row) => row.trimEnd())
      .join('\n');

  return {
    press: (...keys) => keys.forEach((key) => stdin.write(sequences[key] ?? key)),
    frame,
    until: async (wanted) => firstWith(wanted, frame, lookers),
    resize(columns, rows) {
      Object.assign(size, { columns, rows });
      stdout.emit('resize');
    },
    left,
    frames: () => stdout.frames.length,
    [Symbol.dispose]: unmount,
  };
}

function leaving(session: Session): { readonly watched: Session; readonly left: Promise<void> } {
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const subscribe = (listener: () => void) => {
    const unsubscribe = session.subscribe(listener);
    return () => {
      unsubscribe();
      leave();
    };
  };
  return { watched: { ...session, subscribe }, left };
}
