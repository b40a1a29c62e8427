import type { Milliseconds } from '../../core/units.ts';

export type CastVersion = 2 | 3;

export type WindowSize = { readonly columns: number; readonly rows: number };

export type CastHeader = {
  readonly window: WindowSize;
  /** Unix time. */
  readonly startedAt: Milliseconds;
  readonly title?: string;
  /** Of these, the kind of terminal and the shell are put down, as asciinema does it, and nothing else. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** What was written, a new size as `80x24`, the label of a marker, or the code with which the program ended. */
export type CastEvent = readonly [code: 'o' | 'r' | 'm' | 'x', data: string];

/** Writes one file: an event's line depends on the lines before it. */
export type CastFormat = {
  readonly header: (header: CastHeader) => string;
  /** `at` counts from the beginning of the recording. */
  readonly line: (at: Milliseconds, event: CastEvent) => string;
  /** Whether the format knows how a program ended. */
  readonly hasExit: boolean;
};

/** See docs.asciinema.org/manual/asciicast/v2 and /v3. */
export function castFormat(version: CastVersion): CastFormat {
  let latest = 0;
  return {
    header: version === 2 ? header2 : header3,
    line(at, [code, data]) {
      // Whole milliseconds, rounded before they are subtracted: the intervals add up to the time that passed.
      const [before, now] = [latest, Math.max(latest, Math.round(at))];
      latest = now;
      const time = seconds(version === 2 ? now : now - before);
      return `[${time}, "${code}", ${escaped(JSON.stringify(data))}]\n`;
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

const jsonLine = (value: unknown): string => `${escaped(JSON.stringify(value))}\n`;

/** Always with a point: there are readers that take no whole numbers. */
const seconds = (time: Milliseconds): string => (time / 1000).toFixed(3);

/** JSON escapes the control characters below the blank alone; the format asks for all of them, and some readers break lines at these. */
const escaped = (json: string): string =>
  json.replaceAll(
    /[\u007F-\u009F\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
