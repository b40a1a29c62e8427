import { stripVTControlCharacters } from 'node:util';
import { parsedJson } from '../api/answers.ts';
import { driverEventOf, type DriverEvent } from './driver-event.ts';

/** Reads a driver's log as it arrives, cut anywhere. */
export type LogReader = {
  /** The events that this piece of the log completes, each only once. */
  readonly read: (chunk: string) => readonly DriverEvent[];
  /** The next piece is the log from its start again: no event is told twice. */
  readonly restart: () => void;
  /** The last lines that are not the driver's own. */
  readonly lines: () => readonly string[];
};

const keptLines = 200;
const longestLine = 2000;
/** The driver's lines stay below 16 KB: nothing that is longer is waited for. */
const longestWait = 64 * 1024;

/** A driver's line is `@fibtui:NONCE {json}`, wherever in a line of the log that begins. */
export function openLogReader(nonce: string): LogReader {
  const sentinel = `@fibtui:${nonce} `;
  let begun = '';
  let again = false;
  let last = 0;
  const others = openTail();

  const eventOf = (line: string): DriverEvent | undefined => {
    const plain = stripVTControlCharacters(line);
    const at = plain.lastIndexOf(sentinel);
    const said =
      at < 0 ? 'malformed' : driverEventOf(parsedJson(plain.slice(at + sentinel.length)));
    if (said === 'malformed') {
      others.keep(plain);
      return undefined;
    }

    others.keep(plain.slice(0, at));
    if (said === 'unknown' || said.seq <= last) {
      return undefined;
    }

    last = said.seq;
    return said;
  };

  return {
    read(chunk) {
      if (again && chunk !== '') {
        again = false;
        begun = '';
        others.clear();
      }

      const lines = `${begun}${chunk}`.split(/[\r\n]/);
      begun = lines.pop() ?? '';
      if (begun.length > longestWait) {
        others.keep(begun);
        begun = '';
      }

      return lines.map(eventOf).filter((event) => event !== undefined);
    },
    restart: () => void (again = true),
    lines: others.lines,
  };
}

/** The last lines of a text. */
function openTail() {
  let kept: string[] = [];
  return {
    keep: (line: string) => {
      const shown = line.replaceAll(/\p{Cc}/gu, ' ').trimEnd();
      if (shown.trim() !== '') {
        kept = [...kept.slice(1 - keptLines), shown.slice(0, longestLine)];
      }
    },
    clear: () => void (kept = []),
    lines: (): readonly string[] => kept,
  };
}
