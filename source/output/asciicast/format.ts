import type { Milliseconds } from '../../core/units.ts';

export type CastVersion = 2 | 3;

export type WindowSize = { readonly columns: number; readonly rows: number };

export type CastHeader = {
  readonly window: WindowSize;
  /** Unix time. */
  readonly startedAt: Milliseconds;
  readonly title?: string;
  /** Only TERM and SHELL are written, as by asciinema. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** o: output; r: a new size, as `80x24`; m: the label of a marker; x: the exit code. */
export type CastEvent = readonly [code: 'o' | 'r' | 'm' | 'x', data: string];

/** For one file: an event's line depends on the lines before it. */
export type CastFormat = {
  readonly header: (header: CastHeader) => string;
  /** `at` counts from the beginning of the cast. */
  readonly line: (at: Milliseconds, event: CastEvent) => string;
  /** Whether the format can hold an exit code. */
  readonly hasExit: boolean;
};

/** See docs.asciinema.org/manual/asciicast/v2 and /v3. */
export function castFormat(version: CastVersion): CastFormat {
  let latest = 0;
  return {
    header: version === 2 ? header2 : header3,
    line(at, [code, data]) {
      // Rounded before subtracting, so that the intervals add up to the time that passed.
      const [before, now] = [latest, Math.max(latest, Math.round(at))];
      latest = now;
      const time = seconds(version === 2 ? now : now - before);
      return `[${time}, "${code}", ${escapeControls(JSON.stringify(data))}]\n`;
    },
    hasExit: version === 3,
  };
}

function header2({ window, startedAt, title, environment: { TERM, SHELL } }: CastHeader): string {
  return jsonLine({
    version: 2,
    width: window.columns,
    height: window.rows,
    timestamp: Math.floor(startedAt / 1000),
    title,
    env: { TERM, SHELL },
  });
}

function header3({ window, startedAt, title, environment: { TERM, SHELL } }: CastHeader): string {
  return jsonLine({
    version: 3,
    term: { cols: window.columns, rows: window.rows, type: TERM },
    timestamp: Math.floor(startedAt / 1000),
    title,
    env: { SHELL },
  });
}

const jsonLine = (value: unknown): string => `${escapeControls(JSON.stringify(value))}\n`;

/** Always with a decimal point: some readers reject whole numbers. */
const seconds = (time: Milliseconds): string => (time / 1000).toFixed(3);

/** `JSON.stringify` leaves these as they are. The format wants control characters escaped, and some readers break lines at them. */
const escapeControls = (json: string): string =>
  json.replaceAll(
    /[\u007F-\u009F\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
