import { setImmediate } from 'node:timers/promises';
import type { Recording } from '../../core/recording/recording.ts';
import type { Report } from '../../core/report/report.ts';
import {
  runSummaryOf,
  type RunResults,
  type RunSpeedup,
  type RunSummary,
  type SavedRun,
} from '../../core/report/run-summary.ts';
import { outcomes } from '../../core/report/figures/speedup.ts';
import { trustLevels } from '../../core/report/trust/trust-lines.ts';
import type { Bytes } from '../../core/units.ts';
import { parseRunJson } from './json.ts';
import { time, workload } from './plan-shape.ts';
import { recordingProblem } from './recording-shape.ts';
import { packed, unpacked, type PackedRecording } from './packed.ts';
import { fromVersion1 } from './version-1.ts';
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
} from './shape.ts';

/** The content of a run file. */
export type Run = { readonly recording: Recording; readonly report: Report };

export type Head = RunSummary & {
  readonly format: string;
  /** Of the format. It rises when an older fibtui could no longer read a file. */
  readonly version: number;
  /** Bytes after the first line, uncompressed. */
  readonly rest: number;
};

const format = 'fibtui run';
const version = 3;

/** Limit for an uncompressed run: a longer one would not fit into memory. */
export const mostBytes: Bytes = 200e6;

/** After so many bytes the event loop gets a turn, so that screen and keys keep working. */
const turnBytes: Bytes = 1e6;

/**
 * One JSON document. A list of runs reads its first line only; each event has its own line. The report is without its
 * spans: they are most of a run, and the events have them. Rejects with a `RangeError` beyond `mostBytes`, and with a
 * `RunFileError` if the file could not be read again.
 */
export async function textOfRun({ recording, report }: Run): Promise<Buffer> {
  const content = await packed(recording);
  const problem = recordingProblem(content);
  if (problem !== undefined) {
    throw new RunFileError(`its events are not what a run file can hold (${problem.slice(1)})`);
  }

  const pieces: Buffer[] = [];
  let rest: Bytes = 0;
  let turns = 0;
  for (const line of linesBelowHead(content, report)) {
    const piece = Buffer.from(line);
    pieces.push(piece);
    rest += piece.length;
    if (rest > mostBytes) {
      throw new RangeError('The text is too long for a run file.');
    }

    if (rest > (turns + 1) * turnBytes) {
      turns = Math.floor(rest / turnBytes);
      await setImmediate();
    }
  }

  const head: Head = { format, version, ...runSummaryOf(report), rest };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head).slice(0, -1)},\n`), ...pieces]);
}

function* linesBelowHead({ scene, events }: PackedRecording, report: Report): Generator<string> {
  yield `"scene":${JSON.stringify(scene)},\n"events":[\n`;
  for (const [index, event] of events.entries()) {
    yield `${JSON.stringify(event)}${index === events.length - 1 ? '' : ','}\n`;
  }

  yield `],\n"report":${JSON.stringify(withoutSpans(report))}}\n`;
}

const withoutSpans = (report: Report) => ({
  ...report,
  passes: report.passes.map((pass) =>
    pass.status === 'finished' ? { ...pass, spans: undefined } : pass,
  ),
});

const begin = `{"format":"${format}"`;

/**
 * Reads the first line of a document, which may be cut off after it. `length` is the line's length in bytes. Throws a
 * `RunFileError` if the line is missing or damaged, or written by a newer fibtui.
 */
export function headOf(document: Buffer): { readonly head: Head; readonly length: number } {
  const end = document.indexOf('\n');
  if (!begin.startsWith(document.toString('utf8', 0, begin.length))) {
    throw new RunFileError('is no run file of fibtui');
  }

  if (end < 0) {
    throw new RunFileError('is cut off');
  }

  const head = parseRunJson(document.toString('utf8', 0, end).replace(/,$/, '}'));
  if (!isHead(head)) {
    throw new RunFileError('is damaged: its first line');
  }

  if (head.version > version) {
    throw new RunFileError(
      `was written by fibtui ${head.fibtui}: a newer one is needed to open it`,
    );
  }

  refuse(headShape(head));
  return { head, length: end + 1 };
}

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

const headShape = record<Omit<Head, 'format' | 'version' | 'fibtui'>>({
  when: (value) => (Number.isNaN(Date.parse(String(value))) ? ' is no time' : text(value)),
  machine: text,
  cpus: whole(1),
  plan: record<Head['plan']>({
    workload,
    size: whole(),
    tasks: whole(),
    repeats: whole(),
    cases: list(record<Head['plan']['cases'][number]>({ id: text, workers: whole() })),
  }),
  verdict: text,
  finished: flag,
  results: optional(results),
  rest: whole(),
});

/** The part of the first line that a list shows. */
export function savedRun(path: string, head: Head): SavedRun {
  const { format: _format, version: _version, rest: _rest, ...summary } = head;
  return { path, ...summary };
}

/** The recording in a whole document. Throws a `RunFileError` if it is damaged. */
export function recordingOf(document: Buffer, written = version): Recording {
  const value = parseRunJson(document.toString('utf8'));
  const current = written === 1 ? fromVersion1(value) : value;
  refuse(recordingProblem(current));
  return unpacked(current as PackedRecording);
}

function refuse(problem: ReturnType<Shape>): void {
  if (problem !== undefined) {
    throw new RunFileError(`is damaged: ${problem.replace(/^\./, '')}`);
  }
}
