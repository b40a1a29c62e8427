import { ink, mixed, paper } from './colours.ts';
import { isBlank, type Cell, type Look } from './cells.ts';

/** In pixels. */
export const cellSize = { width: 8.4, height: 18 } as const;
const font = { size: 14, baseline: 13.2 } as const;

export const fontAttributes = `font-family="'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="${font.size}" fill="${ink}"`;

/** Cells of one row, and where to draw them. Undefined cells are drawn elsewhere. */
export type Strip = {
  readonly cells: readonly (Cell | undefined)[];
  /** The column of the first cell. */
  readonly column: number;
  readonly top: number;
};

/** Neighbouring cells of the same look and kind. */
type Run = {
  readonly kind: Kind;
  readonly look: Look;
  readonly column: number;
  readonly top: number;
  readonly text: string;
};

type Kind = 'text' | 'line' | 'block';

/** Cells as elements of a picture: letters become text, bars and lines become shapes. */
export function shapesOf(strips: readonly Strip[]): readonly string[] {
  const runs = strips.flatMap(runsOf);
  return [
    ...runs.flatMap(ground),
    ...runs.filter(({ kind }) => kind === 'block').map(block),
    ...linePaths(runs.filter(({ kind }) => kind === 'line')),
    ...runs.filter(({ kind }) => kind === 'text').flatMap(letters),
  ];
}

function runsOf({ cells, column: first, top }: Strip): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell === undefined || isBlank(cell)) {
      continue;
    }

    const { text, look } = cell;
    const next = { kind: kindOf(text), look, column: first + index, top, text };
    const before = runs.at(-1);
    if (before && continues(before, next)) {
      const gap = ' '.repeat(next.column - endOf(before));
      runs[runs.length - 1] = { ...before, text: before.text + gap + text };
    } else {
      runs.push(next);
    }
  }

  return runs;
}

const endOf = ({ column, text }: Run): number => column + text.length;

/** A single blank joins two words into one run, but separates shapes. */
function continues(before: Run, next: Run): boolean {
  const gap = next.column - endOf(before);
  return (
    before.kind === next.kind &&
    before.look === next.look &&
    gap <= (next.kind === 'text' && !next.look.ground ? 1 : 0) &&
    (next.kind !== 'block' || before.text.endsWith(next.text))
  );
}

export const isBlock = (text: string): boolean => text in shades || levels.includes(text);

function kindOf(text: string): Kind {
  if (text in strokes) {
    return 'line';
  }

  return isBlock(text) ? 'block' : 'text';
}

function ground({ look, column, top, text }: Run): readonly string[] {
  return look.ground
    ? [
        `<rect x="${x(column)}" y="${top}" width="${x(text.length)}" height="${cellSize.height}" fill="${look.ground}"/>`,
      ]
    : [];
}

const shades: Readonly<Record<string, number>> = { '█': 1, '▓': 0.8, '▒': 0.55, '░': 0.3 };
const levels = '▁▂▃▄▅▆▇';

/** Bars are joined along their row, with a thin gap between the rows. */
function block({ look, column, top, text }: Run): string {
  const [glyph = ''] = text;
  const full = cellSize.height - 4;
  const height =
    glyph in shades ? full : (full * (levels.indexOf(glyph) + 1)) / (levels.length + 1);
  const fill = mixed(look.fill, look.ground ?? paper, shades[glyph] ?? 1);
  return `<rect x="${x(column)}" y="${round(top + 2 + full - height)}" width="${x(text.length)}" height="${round(height)}" fill="${fill}"/>`;
}

const [middle, centre] = [cellSize.width / 2, cellSize.height / 2];

/** A line reaches this far into the next cell, so that there is no seam. */
const beyond = 0.5;

const [down, across] = [`v${cellSize.height + beyond}`, cellSize.width + beyond];

/** The path of each frame glyph, from the top left of its cell. */
const strokes: Readonly<Record<string, string>> = {
  '─': `m0 ${centre}h${across}`,
  '│': `m${middle} 0${down}`,
  '├': `m${middle} 0${down}m0 ${-centre - beyond}h${middle + beyond}`,
  '┤': `m${middle} 0${down}m0 ${-centre - beyond}h${-middle}`,
  '╭': `m${middle} ${cellSize.height + beyond}v${middle - centre - beyond}q0 ${-middle} ${middle} ${-middle}h${beyond}`,
  '╮': `m${middle} ${cellSize.height + beyond}v${middle - centre - beyond}q0 ${-middle} ${-middle} ${-middle}`,
  '╰': `m${middle} 0v${centre - middle}q0 ${middle} ${middle} ${middle}h${beyond}`,
  '╯': `m${middle} 0v${centre - middle}q0 ${middle} ${-middle} ${middle}`,
};

/** All lines of one look are one path, and neighbouring horizontal lines are one stroke. */
function linePaths(runs: readonly Run[]): readonly string[] {
  const looks = new Set(runs.map(({ look }) => look));
  return [...looks].map((look) => {
    const group = runs.filter((run) => run.look === look);
    return `<path d="${group.map(strokesOf).join('')}" fill="none" stroke="${look.fill}"/>`;
  });
}

function strokesOf({ column, top, text }: Run): string {
  return [...text.matchAll(/─+|[^─]/g)]
    .map(({ 0: glyphs, index }) => {
      const stroke = glyphs.startsWith('─')
        ? `m0 ${centre}h${round(glyphs.length * cellSize.width + beyond)}`
        : (strokes[glyphs] ?? '');
      return `M${x(column + index)} ${top}${stroke}`;
    })
    .join('');
}

function letters({ look, column, top, text }: Run): readonly string[] {
  if (text.trim() === '') {
    return [];
  }

  const attributes = [
    `x="${x(column)}" y="${round(top + font.baseline)}" textLength="${x(text.length)}"`,
    ...(look.fill === ink ? [] : [`fill="${look.fill}"`]),
    ...(look.bold ? ['font-weight="bold"'] : []),
  ];
  return [`<text ${attributes.join(' ')}>${escaped(text)}</text>`];
}

export const round = (value: number): number => Math.round(value * 100) / 100;

/** The position of a column, or the width of that many columns. */
export const x = (columns: number): number => round(columns * cellSize.width);

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
