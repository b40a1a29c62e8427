import type { Recording } from '../../core/recording/recording.ts';
import type { Report } from '../../core/report/report.ts';
import {
  type RunResults,
  type RunSpeedup,
  type RunSummary,
  type SavedRun,
} from '../../core/report/run-summary.ts';
import { outcomes } from '../../core/report/figures/speedup.ts';
import { trustLevels } from '../../core/report/trust/trust-lines.ts';
import type { Bytes } from '../../core/units.ts';
import { parseRunJson } from './json.ts';
import { time, workload } from './shapes/plan-shape.ts';
import { recordingProblem } from './shapes/recording-shape.ts';
import { unpacked, type PackedRecording } from './shapes/packed.ts';
import { isRecord } from './older/entries.ts';
import { fromVersion1 } from './older/version-1.ts';
import { fromVersion4, headFromVersion4 } from './older/version-4.ts';
import { RunFileError } from './run-file-error.ts';
import {
  flag,
  list,
  mapOf,
  number,
  optional,
  record,
  text,
  whole,
  word,
  type Shape,
} from './shapes/shape.ts';

/** The content of a run file. */
export type Run = { readonly recording: Recording; readonly report: Report };

export type Head = RunSummary & {
  readonly format: string;
  /** Of the format. It rises when an older fibtui could no longer read a file. */
  readonly version: number;
  /** Bytes after the first line, uncompressed. */
  readonly rest: number;
};

export const format = 'fibtui run';
export const version = 6;

/** The first version whose results come from today's estimator. */
const judgedFrom = 4;

/** The first version that says rounds: those before it said repeats. */
const saysRoundsFrom = 5;

/** Limit for an uncompressed run: a longer one would not fit into memory. */
export const mostBytes: Bytes = 200e6;

/** Limit for the first line. */
export const mostHead: Bytes = 32_768;

const begin = `{"format":"${format}"`;

/**
 * Reads the first line of a document, which may be cut off after it. `length` is the line's length in bytes. Throws a
 * `RunFileError` if the line is missing or damaged, or written by a newer fibtui.
 */
export function headOf(document: Buffer): { readonly head: Head; readonly length: number } {
  const end = document.indexOf('\n');
  if (!begin.startsWith(document.toString('utf8', 0, begin.length))) {
    throw new RunFileError('is not a fibtui run file');
  }

  if (end < 0) {
    throw new RunFileError('is cut off');
  }

  if (end > mostHead) {
    throw new RunFileError('is too large');
  }

  const head = upgradedHead(parseRunJson(document.toString('utf8', 0, end).replace(/,$/, '}')));
  if (!isHead(head)) {
    throw new RunFileError('is damaged: its first line');
  }

  if (head.version > version) {
    throw new RunFileError(
      `was written by fibtui ${head.fibtui}: a newer one is needed to open it`,
    );
  }

  refuse((isOutdated(head) ? olderHead : headShape)(head));
  return { head, length: end + 1 };
}

const saysRepeats = (written: unknown): boolean => Number(written) < saysRoundsFrom;

const upgradedHead = (head: unknown): unknown =>
  isRecord(head) && saysRepeats(head['version']) ? headFromVersion4(head) : head;

const opening = record<Pick<Head, 'version' | 'fibtui'>>({ version: whole(1), fibtui: text });

/** Checks the part that is the same in every version. */
const isHead = (value: unknown): value is Head => opening(value) === undefined;

const results = record<RunResults>({
  walls: mapOf(time),
  speedups: list(
    record<RunSpeedup>({
      case: text,
      over: text,
      value: number(),
      low: number(),
      high: number(),
      outcome: word(outcomes),
    }),
  ),
  trust: optional(word(trustLevels)),
});

const isOutdated = (head: Head): boolean => head.version < judgedFrom;

const commonFields = {
  when: (value: unknown) => (Number.isNaN(Date.parse(String(value))) ? ' is no time' : text(value)),
  machine: text,
  cpus: whole(1),
  plan: record<Head['plan']>({
    workload,
    size: whole(),
    tasks: whole(),
    rounds: whole(),
    cases: list(record<Head['plan']['cases'][number]>({ id: text, workers: whole() })),
  }),
  verdict: text,
  finished: flag,
  rest: whole(),
};

type HeadFields = Omit<Head, 'format' | 'version' | 'fibtui'>;

const headShape = record<HeadFields>({ ...commonFields, results: optional(results) });

/** Without the results, which are not read. */
const olderHead = record<Omit<HeadFields, 'results'>>(commonFields);

/** The part of the first line that a list shows. */
export function savedRun(path: string, head: Head): SavedRun {
  const { format: _format, version: _version, rest: _rest, results: found, ...summary } = head;
  return isOutdated(head)
    ? {
        path,
        ...summary,
        verdict: "judged by an older fibtui: open it to judge it by today's rules",
        outdated: true,
      }
    : { path, ...summary, ...(found ? { results: found } : {}) };
}

/** The recording in a whole document. Throws a `RunFileError` if it is damaged. */
export function recordingOf(document: Buffer, written = version): Recording {
  const value = parseRunJson(document.toString('utf8'));
  const second = written === 1 ? fromVersion1(value) : value;
  const current = saysRepeats(written) ? fromVersion4(second) : second;
  refuse(recordingProblem(current));
  return unpacked(current as PackedRecording);
}

function refuse(problem: ReturnType<Shape>): void {
  if (problem !== undefined) {
    throw new RunFileError(`is damaged: ${problem.replace(/^\./, '')}`);
  }
}
