import { painted, type Palette } from '../../core/text/palette.ts';
import { emptyLine, withSpinners, type Line } from './line.ts';
import { changesOf } from './row-changes.ts';

/**
 * Writes frames to a terminal, and of each only the cells that differ from the frame before. Ink would write every row,
 * and takes ten times as long to put a frame together.
 */
export type Canvas = {
  /** Shows these rows, with their spinners as they stand. */
  readonly show: (rows: readonly Line[]) => void;
  /** Shows the next frame of all spinners. */
  readonly turn: (spinnerFrame: string) => void;
  /** The terminal no longer shows what was written: the next frame is written whole. */
  readonly forget: () => void;
  /** Listens to the palette no longer. */
  readonly close: () => void;
};

/** The palette may change when the terminal has told what it looks like. */
export type PaletteSource = {
  readonly palette: () => Palette;
  readonly subscribe: (listener: () => void) => () => void;
};

// The terminal shows what stands between the two at once (synchronized updates); others ignore them.
const [begin, end] = ['\u001B[?2026h', '\u001B[?2026l'];
const clear = '\u001B[2J';

export type CanvasRequest = {
  readonly write: (text: string) => void;
  readonly colours: PaletteSource;
};

export function openCanvas({ write, colours }: CanvasRequest): Canvas {
  let wanted: readonly Line[] = [];
  let spinner = ' ';
  let shown: readonly Line[] | undefined;

  const draw = () => {
    const rows = withSpinners(wanted, spinner);
    const text = `${shown ? '' : clear}${changedText(shown ?? [], rows, colours.palette())}`;
    shown = rows;
    if (text !== '') {
      write(begin + text + end);
    }
  };
  const unsubscribe = colours.subscribe(() => {
    if (shown) {
      shown = undefined;
      draw();
    }
  });

  return {
    show(rows) {
      if (rows !== wanted || !shown) {
        wanted = rows;
        draw();
      }
    },
    turn(frame) {
      if (shown && frame !== spinner) {
        spinner = frame;
        draw();
      }
    },
    forget() {
      shown = undefined;
    },
    close: unsubscribe,
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
