import { stripVTControlCharacters } from 'node:util';
import { parseJson } from '../api/answers.ts';
import { driverEventOf, type DriverEvent } from './driver-event.ts';

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

  const eventIn = (line: string): DriverEvent | undefined => {
    const { event, rest } = parseLine(line, `@fibtui:${nonce} `);
    others.add(rest);
    if (event === undefined || event.seq <= last) {
      return undefined;
    }

    last = event.seq;
    return event;
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

      return lines.map(eventIn).filter((event) => event !== undefined);
    },
    restart: () => void (restarting = true),
    lines: others.lines,
  };
}

/** The event in a line, and the text that is not part of it. */
function parseLine(line: string, sentinel: string) {
  const plain = stripVTControlCharacters(line);
  const at = plain.lastIndexOf(sentinel);
  const event = at < 0 ? 'malformed' : driverEventOf(parseJson(plain.slice(at + sentinel.length)));
  if (event === 'malformed') {
    return { event: undefined, rest: plain };
  }

  return { event: event === 'unknown' ? undefined : event, rest: plain.slice(0, at) };
}

/** Collects the last lines of a text. */
function openTail() {
  let lines: readonly string[] = [];
  return {
    add: (line: string) => {
      const shown = line.replaceAll(/\p{Cc}/gu, ' ').trimEnd();
      if (shown.trim() !== '') {
        lines = [...lines.slice(1 - maxLines), shown.slice(0, maxLineLength)];
      }
    },
    clear: () => void (lines = []),
    lines: () => lines,
  };
}
