import xterm from '@xterm/headless';
import type { Disk } from '../../../source/output/asciicast/cast-file.ts';
import type { WindowSize } from '../../../source/output/asciicast/format.ts';

export type Cast = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly window: WindowSize;
  readonly events: readonly PlayedEvent[];
};

/** `at` is in seconds since the beginning, in all versions. */
export type PlayedEvent = {
  readonly at: number;
  readonly code: string;
  readonly data: string;
};

type Header =
  | { readonly version: 2; readonly width: number; readonly height: number }
  | { readonly version: 3; readonly term: { readonly cols: number; readonly rows: number } };

/** Reads a file as a player does that accepts whole lines only. */
export function castOf(text: string): Cast {
  const [first = '', ...lines] = text.split('\n');
  if (lines.pop() !== '') {
    throw new Error('the last line has no end');
  }

  const header = JSON.parse(first) as Header & Cast['header'];
  const window =
    header.version === 2
      ? { columns: header.width, rows: header.height }
      : { columns: header.term.cols, rows: header.term.rows };
  let latest = 0;
  const events = lines.map((line) => {
    const [time, code, data] = JSON.parse(line) as [number, string, string];
    latest = header.version === 2 ? time : latest + time;
    return { at: latest, code, data };
  });
  return { header, window, events };
}

/** The complete lines of a file. The last one may be partial, if it is being written or its writer was killed. */
export const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

/** Plays a cast in a window of its first size. `look` is called with the window after every event. */
export async function replayed(
  cast: Cast,
  look?: (emulator: xterm.Terminal) => void,
): Promise<xterm.Terminal> {
  const { columns: cols, rows } = cast.window;
  const emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  for (const { code, data } of cast.events) {
    if (code === 'o') {
      await shown(emulator, data);
    } else if (code === 'r') {
      const [columns = 0, rowsNow = 0] = data.split('x').map(Number);
      emulator.resize(columns, rowsNow);
    }

    look?.(emulator);
  }

  return emulator;
}

/** The data of the events of a kind, in their order. */
export const dataOf = ({ events }: Cast, wanted: string): readonly string[] =>
  events.flatMap(({ code, data }) => (code === wanted ? [data] : []));

/** The text of the window after every event. */
export async function screensOf(cast: Cast): Promise<readonly string[]> {
  const screens: string[] = [];
  await replayed(cast, (emulator) => void screens.push(textOf(emulator)));
  return screens;
}

/** Resolves when the emulator has drawn this and everything before. */
export const shown = async (emulator: xterm.Terminal, text = ''): Promise<void> =>
  new Promise((resolve) => {
    emulator.write(text, resolve);
  });

/** Everything visible: characters with their looks, the cursor, and which of the two screens is shown. */
export function pictureOf({ buffer: { active }, cols, rows }: xterm.Terminal): readonly string[] {
  const cell = active.getNullCell();
  const rowAt = (row: number) =>
    Array.from({ length: cols }, (_, column) => {
      active.getLine(active.baseY + row)?.getCell(column, cell);
      const look = [cell.getFgColor(), cell.getBgColor(), cell.isBold(), cell.isDim()].join(' ');
      return `${cell.getChars() || ' '}${look === '-1 -1 0 0' ? '' : `<${look}>`}`;
    }).join('');
  return [
    `${active.type} ${active.cursorX},${active.cursorY}`,
    ...Array.from({ length: rows }, (_, row) => rowAt(row)),
  ];
}

/** The rows of a window without looks and trailing blanks. */
export const textOf = ({ buffer: { active }, rows }: xterm.Terminal): string =>
  Array.from({ length: rows }, (_, row) =>
    (active.getLine(active.baseY + row)?.translateToString(true) ?? '').trimEnd(),
  ).join('\n');

/** Everything printed outside of the alternate screen, scrolled away or not; wrapped rows are joined. */
export function printedIn({ buffer: { normal } }: xterm.Terminal): string {
  const rows = Array.from({ length: normal.length }, (_, row) => normal.getLine(row)!);
  return rows
    .map((row, at) => `${row.isWrapped || at === 0 ? '' : '\n'}${row.translateToString(true)}`)
    .join('')
    .trimEnd();
}

export type MemoryDisk = Disk & {
  /** The content of its only file. */
  readonly text: () => string;
  /** The content after every write. */
  readonly writes: readonly string[];
};

/** A disk that keeps one file in memory. */
export function memoryDisk(): MemoryDisk {
  const writes: string[] = [];
  const text = () => writes.at(-1) ?? '';
  return {
    text,
    writes,
    open: () => 0,
    write(_, bytes, offset) {
      writes.push(text() + Buffer.from(bytes.subarray(offset)).toString());
      return bytes.length - offset;
    },
    truncate: () => {},
    close: () => {},
  };
}

/**
 * What a cast has of a program's output: all but the switch for pastes and the question for the background, which are
 * between the program and its terminal.
 */
export const shownIn = (output: string): string =>
  // eslint-disable-next-line no-control-regex
  output.replaceAll(/\u001b\[\?2004[hl]|\u001b\]11;\?\u0007/g, '');
