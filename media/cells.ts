import type { IBufferCell, Terminal } from '@xterm/headless';
import { ink, mixed, paletteColour, paper } from './colours.ts';

/** A character with its look. Equal cells are the same object. */
export type Cell = { readonly text: string; readonly look: Look };

export type Look = {
  /** The colour of the letter. */
  readonly fill: string;
  /** The colour behind it, if it is not the paper's. */
  readonly ground?: string;
  readonly bold: boolean;
  /** The SGR codes that set it on a terminal. */
  readonly codes: string;
};

export type Row = readonly Cell[];
export type Screen = readonly Row[];

const plain: Look = { fill: ink, bold: false, codes: '0' };
const looks = new Map([[plain.codes, plain]]);
const cells = new Map<string, Cell>();

/** The content of an emulator's window. */
export function screenOf({ buffer: { active }, cols, rows }: Terminal): Screen {
  return Array.from({ length: rows }, (_, row) => {
    const line = active.getLine(active.baseY + row);
    return Array.from({ length: cols }, (_, column) => {
      const found = line?.getCell(column);
      return found ? cellOf(found) : blank;
    });
  });
}

function cellOf(found: IBufferCell): Cell {
  const look = lookOf(found);
  const text = found.getChars() || ' ';
  return cellWith(text, text === ' ' && !look.ground ? plain : look);
}

function cellWith(text: string, look: Look): Cell {
  const key = `${text} ${look.codes}`;
  const cell = cells.get(key) ?? { text, look };
  cells.set(key, cell);
  return cell;
}

const blank = cellWith(' ', plain);

export const isBlank = (cell: Cell | undefined): boolean => cell === undefined || cell === blank;

function lookOf(found: IBufferCell): Look {
  const [bold, dim, inverse] = [found.isBold(), found.isDim(), found.isInverse()].map(Boolean);
  const [fore, back] = [foreground(found), background(found)];
  const flags = [bold && '1', dim && '2', inverse && '7'].filter(Boolean);
  const codes = ['0', ...flags, ...fore.codes, ...back.codes].join(';');
  const known = looks.get(codes);
  if (known) {
    return known;
  }

  const [above, below] = [fore.colour ?? ink, back.colour];
  const [fill, ground] = inverse ? [below ?? paper, above] : [above, below];
  const look = {
    fill: dim ? mixed(fill, ground ?? paper, dimness) : fill,
    ...(ground === undefined ? {} : { ground }),
    bold: bold ?? false,
    codes,
  };
  looks.set(codes, look);
  return look;
}

/** The share of a dim letter's own colour; the rest is the colour behind it. */
const dimness = 0.55;

type Colour = { readonly colour?: string; readonly codes: readonly string[] };

const noColour: Colour = { codes: [] };

const foreground = (cell: IBufferCell): Colour =>
  cell.isFgDefault() ? noColour : colourOf(38, cell.getFgColor(), cell.isFgRGB());

const background = (cell: IBufferCell): Colour =>
  cell.isBgDefault() ? noColour : colourOf(48, cell.getBgColor(), cell.isBgRGB());

function colourOf(code: 38 | 48, colour: number, isRgb: boolean): Colour {
  return isRgb
    ? {
        colour: `#${colour.toString(16).padStart(6, '0')}`,
        codes: [`${code};2;${colour >> 16};${(colour >> 8) & 255};${colour & 255}`],
      }
    : { colour: paletteColour(colour), codes: [`${code};5;${colour}`] };
}
