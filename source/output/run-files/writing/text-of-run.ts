import { setImmediate } from 'node:timers/promises';
import type { Event } from '../../../core/profile/event.ts';
import type { FinishedOutcome } from '../../../core/profile/pass.ts';
import type { Recording } from '../../../core/recording/recording.ts';
import { runSummaryOf } from '../../../core/report/run-summary.ts';
import type { Bytes } from '../../../core/units.ts';
import { inChunks, isSpans, jsonPieces } from '../../json-pieces.ts';
import { format, mostBytes, version, type Head, type Run } from '../format.ts';
import { recordingProblem } from '../shapes/recording-shape.ts';
import { RunFileError } from '../run-file-error.ts';
import { spansProblem, textOfSpans } from './span-text.ts';

/** After this many bytes the event loop gets a turn, so that screen and keys keep working. */
const turnBytes: Bytes = 1e6;

/**
 * One JSON document, in pieces. A list of runs reads its first line only; each event has its own line. The report is
 * without its spans: they are most of a run, and the events have them. Rejects with a `RangeError` beyond `mostBytes`,
 * and with a `RunFileError` if the file could not be read again. Calls `goesOn` with every piece.
 */
export async function textOfRun(run: Run, goesOn = () => {}): Promise<Iterable<string>> {
  const problem = await problemOf(run.recording);
  if (problem !== undefined) {
    throw new RunFileError(`its events are not what a run file can hold (${problem.slice(1)})`);
  }

  const rest = await lengthOf(telling(goesOn, inChunks(linesBelowHead(run))));
  const head: Head = { format, version, ...runSummaryOf(run.report), rest };
  return telling(goesOn, inChunks(linesOf(head, run)));
}

function* telling(goesOn: () => void, chunks: Iterable<string>) {
  for (const chunk of chunks) {
    goesOn();
    yield chunk;
  }
}

/** The spans of a recording are checked where they are; everything else in the shape that it will have in the file. */
async function problemOf({ scene, events }: Recording): Promise<string | undefined> {
  const bare = events.map((event) => {
    const outcome = finishedOutcome(event);
    return outcome ? { ...event, outcome: { ...outcome, spans: { count: 0 } } } : event;
  });
  const problem = recordingProblem({ scene, events: bare });
  if (problem !== undefined) {
    return problem;
  }

  for (const [index, event] of events.entries()) {
    const outcome = finishedOutcome(event);
    const found = outcome && spansProblem(outcome.spans);
    if (found !== undefined) {
      return `.events[${index}].outcome.spans${found}`;
    }

    if (outcome) {
      await setImmediate();
    }
  }

  return undefined;
}

const finishedOutcome = (event: Event): FinishedOutcome | undefined =>
  event.type === 'pass-finished' && event.outcome.status === 'finished' ? event.outcome : undefined;

async function lengthOf(chunks: Iterable<string>): Promise<Bytes> {
  let length: Bytes = 0;
  let turns = 0;
  for (const chunk of chunks) {
    length += Buffer.byteLength(chunk);
    if (length > mostBytes) {
      throw new RangeError('The text is too long for a run file.');
    }

    if (length > (turns + 1) * turnBytes) {
      turns = Math.floor(length / turnBytes);
      await setImmediate();
    }
  }

  return length;
}

function* linesOf(head: Head, run: Run): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},\n`;
  yield* linesBelowHead(run);
}

function* linesBelowHead({ recording: { scene, events }, report }: Run): Generator<string> {
  yield `"scene":${JSON.stringify(scene)},\n"events":[\n`;
  for (const [index, event] of events.entries()) {
    yield* finishedOutcome(event)
      ? jsonPieces(event, { indent: '', spans: textOfSpans })
      : [JSON.stringify(event)];
    yield index === events.length - 1 ? '\n' : ',\n';
  }

  yield `],\n"report":${JSON.stringify(report, withoutSpans)}}\n`;
}

const withoutSpans = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && isSpans(value) ? undefined : value;
