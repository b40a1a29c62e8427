import type { Option } from 'commander';
import { UsageError } from '../core/failure.ts';
import { parseCount } from '../core/text/read-number.ts';
import type { CastVersion, WindowSize } from '../output/asciicast/format.ts';
import { optionsVariable } from './environment.ts';
import { alias, flag, quote, textOf, toggle } from './flag.ts';

export type RecordFlags = {
  /** Path of a file. */
  readonly record?: string | undefined;
  readonly castVersion?: CastVersion | undefined;
  readonly windowSize?: WindowSize | undefined;
  /** The same from the flags for every start. */
  readonly usualWindow?: WindowSize | undefined;
  /** Replace the file if it exists. */
  readonly overwrite?: boolean | undefined;
};

export type RecordOptions = {
  readonly record?: { readonly path: string; readonly version: CastVersion };
  /** Fixed size of the layout. */
  readonly window?: WindowSize;
  /** Its size where none is given. It is not in force where nothing is drawn. */
  readonly usualWindow?: WindowSize;
  /** Replace an existing file. */
  readonly overwrite: boolean;
};

export function recordFlags(): readonly Option[] {
  const window = flag(
    '--window-size <size>',
    'fix the layout to COLUMNSxROWS, for example 120x40',
    windowOf,
  );
  return [
    flag('--record <file>', 'record the session as an asciicast', textOf),
    overwriteFlag(),
    flag('--cast-version <n>', 'asciicast version of that file: 2 or 3 (default 2)', castVersionOf),
    window,
    alias('--window <size>', window),
  ];
}

const overwriteFlag = (): Option => toggle('--overwrite', 'replace the --record file if it exists');

/** For commands that measure nothing: there `--force` has no other meaning. */
export const forceAlias = (): Option => alias('--force', overwriteFlag());

/** Throws a `UsageError` if a flag needs another one. */
export function recordOptions(flags: RecordFlags): RecordOptions {
  const { record, castVersion, windowSize, usualWindow, overwrite = false } = flags;
  const needing = castVersion === undefined ? overwrite && '--overwrite' : '--cast-version';
  if (needing && record === undefined) {
    throw new UsageError(
      `${needing} is given, but nothing is recorded: add --record FILE, or leave it out.`,
    );
  }

  return {
    ...(record === undefined ? {} : { record: { path: record, version: castVersion ?? 2 } }),
    ...(windowSize ? { window: windowSize } : {}),
    ...(usualWindow ? { usualWindow } : {}),
    overwrite,
  };
}

/** What is asked for, with the size of the layout that counts: on a terminal that is seen, or in the recording alone. */
export function inForce(asked: RecordOptions, seen: boolean): RecordOptions {
  const { record, window, usualWindow } = asked;
  const isDrawn = seen || record !== undefined;
  return isDrawn && !window && usualWindow ? { ...asked, window: usualWindow } : asked;
}

function castVersionOf(text: string, name: string): CastVersion {
  if (text !== '2' && text !== '3') {
    throw new UsageError(`${name} ${quote(text)} is unknown: use 2 or 3.`);
  }

  return text === '2' ? 2 : 3;
}

/** No screen fits a smaller size than `smallest`. */
const [smallest, largest] = [
  { columns: 60, rows: 16 },
  { columns: 1000, rows: 1000 },
] as const;

function windowOf(text: string, name: string): WindowSize {
  const [columns, rows, ...others] = text.split('x').map(parseCount);
  if (columns === undefined || rows === undefined || others.length > 0) {
    throw new UsageError(
      `${name} ${quote(text)} is not a size: write columns and rows, like 120x40.`,
    );
  }

  const window = { columns, rows };
  if (!fits(smallest, window) || !fits(window, largest)) {
    throw new UsageError(
      `${name} ${text} is out of range: use ${sizeText(smallest)} to ${sizeText(largest)}.`,
    );
  }

  return window;
}

/** Throws a `UsageError` if the pinned layout is larger than the terminal, or if nothing is drawn. */
export function refuseWindow(
  { record, window, usualWindow }: RecordOptions,
  terminal?: Partial<WindowSize>,
): void {
  if (window && !terminal && !record) {
    throw new UsageError(
      '--window-size is given, but no screen is drawn: add --record FILE, or leave it out.',
    );
  }

  // A terminal that does not know its size says 0.
  const { columns, rows } = terminal ?? {};
  if (window && columns && rows && !fits(window, { columns, rows })) {
    const from = window === usualWindow ? ` (from ${optionsVariable})` : '';
    throw new UsageError(
      `--window-size ${sizeText(window)}${from} is larger than this terminal (${sizeText({ columns, rows })}): choose a smaller one, or enlarge the terminal.`,
    );
  }
}

const fits = (inner: WindowSize, outer: WindowSize): boolean =>
  inner.columns <= outer.columns && inner.rows <= outer.rows;

const sizeText = ({ columns, rows }: WindowSize): string => `${columns}x${rows}`;
