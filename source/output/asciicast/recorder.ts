import type { Failure } from '../../core/failure.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { CastFile } from './cast-file.ts';
import type { CastEvent, CastFormat, CastHeader, WindowSize } from './format.ts';
import { openPace } from './pace.ts';

export type Recorder = {
  /** What the program wrote to its terminal. */
  readonly write: (text: string) => void;
  readonly resize: (window: WindowSize) => void;
  readonly mark: (label: string) => void;
  /** A key was pressed: the frame that follows is not held. */
  readonly typed: () => void;
  /** What is drawn now stands for so long in the recording, although no time passes. */
  readonly stand: (time: Milliseconds) => void;
  /** Writes what is held, and how the program ended. */
  readonly close: (code?: number) => void;
};

export type RecorderRequest = {
  readonly header: CastHeader;
  readonly format: CastFormat;
  readonly file: CastFile;
  readonly now: () => Milliseconds;
  /** Told once, when the file takes no more; nothing is recorded from then on. */
  readonly onFailure: (failure: Failure) => void;
};

/** Puts events down in their order; a frame that comes soon after another one is held, and joined by the next. */
export function openRecorder({ header, format, file, now, onFailure }: RecorderRequest): Recorder {
  let began = now();
  let held: readonly CastEvent[] = [];
  let ended = false;

  const end = (failure: Failure | undefined) => {
    ended = true;
    if (failure) {
      onFailure(failure);
    }
  };

  const put = (lines: string) => {
    const failure = file.write(lines);
    return failure && end(failure);
  };

  const pace = openPace((at) => {
    const lines = held.map((event) => format.line(at - began, event));
    held = [];
    put(lines.join(''));
  }, now);

  const hold = (event: CastEvent) => {
    if (!ended) {
      held = joined(held, event);
      pace.soon();
    }
  };

  put(format.header(header));
  return {
    write: (text) => text && hold(['o', asShown(text)]),
    resize: ({ columns, rows }) => hold(['r', `${columns}x${rows}`]),
    mark: (label) => hold(['m', label]),
    typed: pace.hurry,
    stand(time) {
      pace.flush();
      began -= time;
    },
    close(code) {
      if (code !== undefined && format.hasExit) {
        hold(['x', String(code)]);
      }

      pace.flush();
      return ended ? undefined : end(file.close());
    },
  };
}

/** As the terminal gets it: the system puts a carriage return before every line feed on its way. */
const asShown = (text: string): string => text.replaceAll('\n', '\r\n');

function joined(held: readonly CastEvent[], event: CastEvent): readonly CastEvent[] {
  const before = held.at(-1);
  const one = before && oneOf(before, event);
  return one ? [...held.slice(0, -1), one] : [...held, event];
}

/** Output goes on where it ended, a size takes the place of the one before; a marker stays by itself. */
function oneOf([before, first]: CastEvent, [code, second]: CastEvent): CastEvent | undefined {
  if (before !== code) {
    return undefined;
  }

  if (code === 'o') {
    return [code, first + second];
  }

  return code === 'r' ? [code, second] : undefined;
}
