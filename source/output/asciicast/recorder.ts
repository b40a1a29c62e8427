import type { Failure } from '../../core/failure.ts';
import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { CastFile } from './cast-file.ts';
import type { CastEvent, CastFormat, CastHeader, WindowSize } from './format.ts';
import { openPace } from './pace.ts';

export type Recorder = {
  /** The program wrote this to its terminal. */
  readonly write: (text: string) => void;
  readonly resize: (window: WindowSize) => void;
  readonly mark: (label: string) => void;
  /** A key was pressed: the next frame is written without delay. */
  readonly typed: () => void;
  /** Shows the current frame for this long when the cast is played, although no time passes now. */
  readonly stand: (time: Milliseconds) => void;
  /** Writes what is pending, and the exit code. */
  readonly close: (code?: number) => void;
};

export type RecorderRequest = {
  readonly header: CastHeader;
  readonly format: CastFormat;
  readonly file: CastFile;
  readonly timing: Timing;
  /** Called once if the file cannot be written; nothing is recorded from then on. */
  readonly onFailure: (failure: Failure) => void;
};

/** Writes events in their order. A frame soon after another one is delayed and merged with the next. */
export function openRecorder(request: RecorderRequest): Recorder {
  const { header, format, file, timing, onFailure } = request;
  let began = timing.now();
  let pending: readonly CastEvent[] = [];
  const lines = openLines(file, onFailure);

  const pace = openPace((at) => {
    lines.write(pending.map((event) => format.line(at - began, event)).join(''));
    pending = [];
  }, timing);

  const add = (event: CastEvent) => {
    if (!lines.ended()) {
      pending = append(pending, event);
      pace.soon();
    }
  };

  lines.write(format.header(header));
  return {
    write: (text) => text && add(['o', withReturns(text)]),
    resize: ({ columns, rows }) => add(['r', `${columns}x${rows}`]),
    mark: (label) => add(['m', label]),
    typed: pace.hurry,
    stand(time) {
      pace.flush();
      began -= time;
    },
    close(code) {
      if (code !== undefined && format.hasExit) {
        add(['x', String(code)]);
      }

      pace.flush();
      lines.close();
    },
  };
}

/** Writes to a file until it fails or is closed. */
function openLines(file: CastFile, onFailure: RecorderRequest['onFailure']) {
  let ended = false;
  const check = (failure: Failure | undefined) => {
    if (failure) {
      ended = true;
      onFailure(failure);
    }
  };

  return {
    ended: () => ended,
    write: (lines: string) => check(file.write(lines)),
    close() {
      if (!ended) {
        ended = true;
        check(file.close());
      }
    },
  };
}

/** As the terminal gets it: the terminal driver adds a carriage return before every line feed. */
const withReturns = (text: string): string => text.replaceAll('\n', '\r\n');

function append(pending: readonly CastEvent[], event: CastEvent): readonly CastEvent[] {
  const before = pending.at(-1);
  const merged = before && merge(before, event);
  return merged ? [...pending.slice(0, -1), merged] : [...pending, event];
}

/** Output is joined, a new size replaces the one before, and a marker stays by itself. */
function merge([before, first]: CastEvent, [code, second]: CastEvent): CastEvent | undefined {
  if (before !== code) {
    return undefined;
  }

  if (code === 'o') {
    return [code, first + second];
  }

  return code === 'r' ? [code, second] : undefined;
}
