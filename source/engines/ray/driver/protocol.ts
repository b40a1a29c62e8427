import { stripVTControlCharacters } from 'node:util';
import { parseJson } from '../api/answers.ts';
import { driverLineOf, type DriverEvent } from './driver-event.ts';
import { openEventsOf } from './short-tasks.ts';

/** Reads a driver's log as it arrives, in pieces cut anywhere. */
export type LogReader = {
  /** The events that this piece completes; each event is returned once. */
  readonly read: (chunk: string) => readonly DriverEvent[];
  /** The next piece starts again at the beginning of the log; events already returned are skipped. */
  readonly restart: () => void;
  /** The last lines that are not events. */
  readonly lines: () => readonly string[];
};

const maxLines = 200;
const maxLineLength = 2000;
/** The driver's lines stay below 16 KB: a longer incomplete line is not an event. */
const maxIncompleteLength = 64 * 1024;

/** An event is `@fibtui:NONCE {json}`; it may start in the middle of a line of the log. */
export function openLogReader(nonce: string): LogReader {
  let incomplete = '';
  let restarting = false;
  let last = 0;
  const others = openTail();
  const eventsOf = openEventsOf();

  const eventsIn = (text: string): readonly DriverEvent[] => {
    const { line, rest } = parseLine(text, `@fibtui:${nonce} `);
    others.add(rest);
    if (line === undefined || line.seq <= last) {
      return [];
    }

    last = line.seq;
    return eventsOf(line);
  };

  return {
    read(chunk) {
      if (restarting && chunk !== '') {
        restarting = false;
        incomplete = '';
        others.clear();
      }

      const lines = `${incomplete}${chunk}`.split(/[\r\n]/);
      incomplete = lines.pop() ?? '';
      if (incomplete.length > maxIncompleteLength) {
        others.add(incomplete);
        incomplete = '';
      }

      return lines.flatMap(eventsIn);
    },
    restart: () => void (restarting = true),
    lines: others.lines,
  };
}

/** The driver's line in a line of the log, and the text that is not part of it. */
function parseLine(text: string, sentinel: string) {
  const plain = text.includes('\u001B') ? stripVTControlCharacters(text) : text;
  const at = plain.lastIndexOf(sentinel);
  const line = at < 0 ? 'malformed' : driverLineOf(parseJson(plain.slice(at + sentinel.length)));
  if (line === 'malformed') {
    return { line: undefined, rest: plain };
  }

  return { line: line === 'unknown' ? undefined : line, rest: plain.slice(0, at) };
}

/** Collects the last lines of a text. */
function openTail() {
  const lines: string[] = [];
  return {
    add: (line: string) => {
      if (line.trim() === '') {
        return;
      }

      const shown = line
        .slice(0, maxLineLength)
        .replaceAll(/\p{Cc}/gu, ' ')
        .trimEnd();
      if (shown.trim() !== '') {
        lines.push(shown);
        lines.splice(0, lines.length - maxLines);
      }
    },
    clear: () => void (lines.length = 0),
    lines: (): readonly string[] => [...lines],
  };
}
