import { Option } from 'commander';
import { UsageError } from '../core/failure.ts';
import { parseCount } from '../core/text/read-number.ts';
import type { CastVersion, WindowSize } from '../output/asciicast/format.ts';
import { flag, quote, textOf } from './flags.ts';

export type RecordFlags = {
  /** Path of a file. */
  readonly record?: string | undefined;
  readonly castVersion?: CastVersion | undefined;
  readonly window?: WindowSize | undefined;
};

/** For commands that measure nothing: there `--force` is about the file only. */
export type CastFlags = RecordFlags & { readonly force?: boolean };

export type RecordOptions = {
  readonly record?: { readonly path: string; readonly version: CastVersion };
  /** Fixed size of the layout. */
  readonly window?: WindowSize;
};

export const recordFlags = (): readonly Option[] => [
  flag('--record <file>', 'record the session as an asciicast', textOf),
  flag('--cast-version <n>', 'asciicast version of that file: 2 or 3 (default 2)', castVersionOf),
  flag('--window <size>', 'fix the layout to COLUMNSxROWS, for example 120x40', windowOf),
];

/** For commands that measure nothing. */
export const castFlags = (): readonly Option[] => [
  ...recordFlags(),
  new Option('--force', 'overwrite the --record file'),
];

/** Throws a `UsageError` if a flag needs another one. */
export function recordOptions({ record, castVersion, window }: RecordFlags): RecordOptions {
  if (castVersion !== undefined && record === undefined) {
    throw new UsageError(
      '--cast-version is given, but nothing is recorded: add --record FILE, or leave it out.',
    );
  }

  return {
    ...(record === undefined ? {} : { record: { path: record, version: castVersion ?? 2 } }),
    ...(window ? { window } : {}),
  };
}

export type CastOptions = RecordOptions & {
  /** Replace an existing file. */
  readonly overwrite: boolean;
};

/** Throws a `UsageError` if a flag needs another one. */
export function castOptions({ force = false, ...recorded }: CastFlags): CastOptions {
  if (force && recorded.record === undefined) {
    throw new UsageError(
      '--force is given, but nothing is recorded: add --record FILE, or leave it out.',
    );
  }

  return { ...recordOptions(recorded), overwrite: force };
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
  { record, window }: RecordOptions,
  terminal?: Partial<WindowSize>,
): void {
  if (window && !terminal && !record) {
    throw new UsageError(
      '--window is given, but no screen is drawn: add --record FILE, or leave it out.',
    );
  }

  // A terminal that does not know its size says 0.
  const { columns, rows } = terminal ?? {};
  if (window && columns && rows && !fits(window, { columns, rows })) {
    throw new UsageError(
      `--window ${sizeText(window)} is larger than this terminal (${sizeText({ columns, rows })}): choose a smaller one, or enlarge the terminal.`,
    );
  }
}

const fits = (inner: WindowSize, outer: WindowSize): boolean =>
  inner.columns <= outer.columns && inner.rows <= outer.rows;

const sizeText = ({ columns, rows }: WindowSize): string => `${columns}x${rows}`;
