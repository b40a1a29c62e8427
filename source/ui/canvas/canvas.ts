import { painted, type Palette } from '../../core/text/palette.ts';
import type { Milliseconds } from '../../core/units.ts';
import { emptyLine, withSpinners, type Line } from './line.ts';
import { changesOf } from './row-changes.ts';

/**
 * Writes frames to a terminal, and of each only the cells that differ from the frame before. Ink would write every row,
 * and takes ten times as long to put a frame together.
 */
export type Canvas = {
  /** Shows these rows. Their spinners turn on their own. */
  readonly show: (rows: readonly Line[], spinnerFrames: readonly string[]) => void;
  /** The terminal no longer shows what was written: the next frame is written whole. */
  readonly forget: () => void;
  /** Ends the turning of spinners, and listens no longer. */
  readonly close: () => void;
};

/** The palette may change when the terminal has told what it looks like. */
export type PaletteSource = {
  readonly palette: () => Palette;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Between two frames of a spinner. */
const period: Milliseconds = 80;

// The terminal shows what stands between the two at once (synchronized updates); others ignore them.
const [begin, end] = ['\u001B[?2026h', '\u001B[?2026l'];
const clear = '\u001B[2J';

export type CanvasRequest = {
  readonly write: (text: string) => void;
  readonly colours: PaletteSource;
};

export function openCanvas({ write, colours }: CanvasRequest): Canvas {
  let wanted: readonly Line[] = [];
  let frames: readonly string[] = [];
  let shown: readonly Line[] | undefined;

  const draw = (turns: number) => {
    const rows = withSpinners(wanted, frames[turns % frames.length] ?? ' ');
    const text = `${shown ? '' : clear}${changedText(shown ?? [], rows, colours.palette())}`;
    shown = rows;
    if (text !== '') {
      write(begin + text + end);
    }
  };
  const spinners = openSpinners(draw);
  const unsubscribe = colours.subscribe(() => {
    if (shown) {
      shown = undefined;
      draw(spinners.turns());
    }
  });

  return {
    show(rows, spinnerFrames) {
      [wanted, frames] = [rows, spinnerFrames];
      draw(spinners.turns());
      if (rows.some((parts) => parts.some(({ spins }) => spins))) {
        spinners.turn();
      } else {
        spinners.rest();
      }
    },
    forget() {
      shown = undefined;
    },
    close() {
      spinners.rest();
      unsubscribe();
    },
  };
}

/** One clock for all spinners on the screen, which runs while there are any. */
function openSpinners(onTurn: (turns: number) => void) {
  let turns = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    turns: () => turns,
    turn() {
      timer ??= setInterval(() => {
        turns++;
        onTurn(turns);
      }, period);
    },
    rest() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

/** What turns the rows on a terminal into others. */
function changedText(before: readonly Line[], after: readonly Line[], palette: Palette): string {
  let text = '';
  for (let row = 0; row < Math.max(before.length, after.length); row++) {
    for (const { column, parts } of changesOf(before[row] ?? emptyLine, after[row] ?? emptyLine)) {
      text += `\u001B[${row + 1};${column + 1}H`;
      text += parts.map((part) => painted(part.text, part.tone, palette)).join('');
    }
  }

  return text;
}
