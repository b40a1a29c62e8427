import xterm from '@xterm/headless';
import type { Disk } from '../../source/output/asciicast/cast-file.ts';
import type { WindowSize } from '../../source/output/asciicast/format.ts';

export type Cast = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly window: WindowSize;
  readonly events: readonly PlayedEvent[];
};

/** `at` in seconds since the beginning, whatever the version. */
export type PlayedEvent = {
  readonly at: number;
  readonly code: string;
  readonly data: string;
};

type Header =
  | { readonly version: 2; readonly width: number; readonly height: number }
  | { readonly version: 3; readonly term: { readonly cols: number; readonly rows: number } };

/** Reads a file as a player does that takes nothing but whole lines. */
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

/** The lines of a file that have arrived in full: whoever looks while one is written, or was killed meanwhile, sees a part of it. */
export const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

/** A window of the size that the recording began with, after all that it has to show. */
export async function replayed({ window, events }: Cast): Promise<xterm.Terminal> {
  const { columns: cols, rows } = window;
  const emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  for (const { code, data } of events) {
    if (code === 'o') {
      await shown(emulator, data);
    } else if (code === 'r') {
      const [columns = 0, rowsNow = 0] = data.split('x').map(Number);
      emulator.resize(columns, rowsNow);
    }
  }

  return emulator;
}

/** What the events of a kind hold, in their order. */
export const dataOf = ({ events }: Cast, wanted: string): readonly string[] =>
  events.flatMap(({ code, data }) => (code === wanted ? [data] : []));

/** The window after every event. */
export const screensOf = async ({ events, ...cast }: Cast): Promise<readonly string[]> =>
  Promise.all(
    events.map(async (_, index) =>
      textOf(await replayed({ ...cast, events: events.slice(0, index + 1) })),
    ),
  );

/** Resolves when the emulator has drawn this, and all before it. */
export const shown = async (emulator: xterm.Terminal, text = ''): Promise<void> =>
  new Promise((resolve) => {
    emulator.write(text, resolve);
  });

/** All that is to see: characters with their looks, the cursor, and which of the two screens. */
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

/** Every row of the screen on which a program leaves what it prints, also of those that have moved out of the window. */
export function printedOf({ buffer: { normal } }: xterm.Terminal): string {
  const line = (row: number) => normal.getLine(row)?.translateToString(true).trimEnd() ?? '';
  return Array.from({ length: normal.length }, (_, row) => line(row)).join('\n');
}

/** The rows of a window without looks and without the blanks at their ends. */
export const textOf = ({ buffer: { active }, rows }: xterm.Terminal): string =>
  Array.from({ length: rows }, (_, row) =>
    (active.getLine(active.baseY + row)?.translateToString(true) ?? '').trimEnd(),
  ).join('\n');

export type MemoryDisk = Disk & {
  /** What is in its only file. */
  readonly text: () => string;
  /** The same after every write, in their order. */
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
