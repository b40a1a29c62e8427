import type { IBufferCell, Terminal } from '@xterm/headless';
import { ink, mixed, paletteColour, paper } from './colours.ts';

/** A character with its look: the same ones are the same object. */
export type Cell = { readonly text: string; readonly look: Look };

export type Look = {
  /** Of the letter, and of what is behind it where that is not the paper. */
  readonly fill: string;
  readonly ground?: string;
  readonly bold: boolean;
  /** What sets it on a terminal. */
  readonly codes: string;
};

export type Row = readonly Cell[];
export type Screen = readonly Row[];

const plain: Look = { fill: ink, bold: false, codes: '0' };
const looks = new Map([[plain.codes, plain]]);
const cells = new Map<string, Cell>();

/** What stands in the window of an emulator. */
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
  const fore = coloured(38, found.isFgDefault(), found.getFgColor(), found.isFgRGB());
  const back = coloured(48, found.isBgDefault(), found.getBgColor(), found.isBgRGB());
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

/** As much of a dim letter is its colour; the rest is what lies behind it. */
const dimness = 0.55;

type Coloured = { readonly colour?: string; readonly codes: readonly string[] };

function coloured(code: 38 | 48, usual: boolean, colour: number, direct: boolean): Coloured {
  if (usual) {
    return { codes: [] };
  }

  return direct
    ? {
        colour: `#${colour.toString(16).padStart(6, '0')}`,
        codes: [`${code};2;${colour >> 16};${(colour >> 8) & 255};${colour & 255}`],
      }
    : { colour: paletteColour(colour), codes: [`${code};5;${colour}`] };
}
