import type { IBufferCell, Terminal } from '@xterm/headless';

const cell = { width: 8.4, height: 18 } as const;
const font = { size: 14, baseline: 13.2 } as const;
const padding = 18;
const paper = '#14171c';
const ink = '#d5d9e0';

/** How a run of cells looks. */
type Style = { readonly fill: string; readonly bold: boolean; readonly dim: boolean };

/** Neighbours of one style and kind, from a column of a row on. */
type Run = {
  readonly kind: Kind;
  readonly style: Style;
  readonly column: number;
  readonly row: number;
  readonly text: string;
};

type Kind = 'text' | 'line' | 'block';

/** The window of a terminal as a picture: text where there are letters, shapes where there are bars and lines. */
export function svgOf(terminal: Terminal, label: string): string {
  const width = round(terminal.cols * cell.width - cell.width + 2 * padding);
  const height = round(terminal.rows * cell.height - cell.height + 2 * padding);
  const runs = Array.from({ length: terminal.rows }, (_, row) => runsOf(terminal, row)).flat();
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}">`,
    `<rect width="${width}" height="${height}" rx="10" fill="${paper}"/>`,
    `<g transform="translate(${padding} ${padding})" font-family="'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="${font.size}" fill="${ink}" stroke="none">`,
    ...runs.filter(({ kind }) => kind === 'block').map(blocks),
    ...linePaths(runs.filter(({ kind }) => kind === 'line')),
    ...runs.filter(({ kind }) => kind === 'text').map(letters),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function runsOf({ buffer: { active }, cols }: Terminal, row: number): readonly Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < cols; column++) {
    const found = active.getLine(active.baseY + row)?.getCell(column);
    const text = found?.getChars() ?? '';
    const before = runs.at(-1);
    if (!found || text === '' || text === ' ') {
      continue;
    }

    const next = { kind: kindOf(text), style: styleOf(found), column, row, text };
    if (before && continues(before, next)) {
      const gap = ' '.repeat(column - before.column - before.text.length);
      runs[runs.length - 1] = { ...before, text: before.text + gap + text };
    } else {
      runs.push(next);
    }
  }

  return runs;
}

/** One blank between two words is a part of their run; between shapes it is an end. */
function continues(before: Run, next: Run): boolean {
  const gap = next.column - before.column - before.text.length;
  return (
    before.kind === next.kind &&
    gap <= (next.kind === 'text' ? 1 : 0) &&
    (next.kind !== 'block' || before.text.endsWith(next.text)) &&
    styleKey(before) === styleKey(next)
  );
}

function kindOf(text: string): Kind {
  if (text in strokes) {
    return 'line';
  }

  return text in shades || levels.includes(text) ? 'block' : 'text';
}

function styleOf(found: IBufferCell): Style {
  return {
    fill: found.isFgDefault() ? ink : colourOf(found.getFgColor(), found.isFgRGB()),
    bold: found.isBold() !== 0,
    dim: found.isDim() !== 0,
  };
}

const basic =
  '2e3436 e5484d 46a758 e0a73a 4c8dff b068d9 2fa7b5 c9ced6 6e7681 ff6369 63c174 f5c252 7cb0ff cf91ff 56c5d4 ffffff'
    .split(' ')
    .map((hex) => `#${hex}`);

/** The colours of a terminal: 16, a cube of 6 × 6 × 6, 24 greys; or the colour itself. */
function colourOf(code: number, direct: boolean): string {
  if (direct) {
    return hex(code);
  }

  if (code < 16) {
    return basic[code] ?? ink;
  }

  if (code >= 232) {
    return hex((8 + (code - 232) * 10) * 0x01_01_01);
  }

  const cube = code - 16;
  return hex(
    cubeStep(Math.floor(cube / 36)) * 0x1_00_00 +
      cubeStep(Math.floor(cube / 6) % 6) * 0x1_00 +
      cubeStep(cube % 6),
  );
}

const cubeStep = (index: number): number => (index === 0 ? 0 : 55 + index * 40);
const hex = (code: number): string => `#${code.toString(16).padStart(6, '0')}`;

const shades: Readonly<Record<string, number>> = { '█': 1, '▓': 0.8, '▒': 0.55, '░': 0.3 };
const levels = '▁▂▃▄▅▆▇';

/** Bars have no gaps along their row, and a thin one between the rows. */
function blocks({ style, column, row, text }: Run): string {
  const [glyph = ''] = text;
  const full = cell.height - 4;
  const height =
    glyph in shades ? full : (full * (levels.indexOf(glyph) + 1)) / (levels.length + 1);
  const opacity = (shades[glyph] ?? 1) * (style.dim ? 0.5 : 1);
  return `<rect x="${x(column)}" y="${round(y(row) + 2 + full - height)}" width="${x(text.length)}" height="${round(height)}" fill="${style.fill}"${opacity === 1 ? '' : ` fill-opacity="${round(opacity)}"`}/>`;
}

const [middle, centre] = [cell.width / 2, cell.height / 2];

/** What each glyph of a frame draws within its cell. */
const strokes: Readonly<Record<string, string>> = {
  '─': `m0 ${centre}h${cell.width}`,
  '│': `m${middle} 0v${cell.height}`,
  '├': `m${middle} 0v${cell.height}m0 ${-centre}h${middle}`,
  '┤': `m${middle} 0v${cell.height}m0 ${-centre}h${-middle}`,
  '╭': `m${middle} ${cell.height}v${middle - centre}q0 ${-middle} ${middle} ${-middle}`,
  '╮': `m${middle} ${cell.height}v${middle - centre}q0 ${-middle} ${-middle} ${-middle}`,
  '╰': `m${middle} 0v${centre - middle}q0 ${middle} ${middle} ${middle}`,
  '╯': `m${middle} 0v${centre - middle}q0 ${middle} ${-middle} ${middle}`,
};

/** All lines of one style are one path; a stretch of the same glyph is one stroke. */
function linePaths(runs: readonly Run[]): readonly string[] {
  const styles = [...new Set(runs.map(styleKey))];
  return styles.map((key) => {
    const group = runs.filter((run) => styleKey(run) === key);
    const { fill, dim } = group[0]!.style;
    const path = group.map(strokesOf).join('');
    return `<path d="${path}" fill="none" stroke="${fill}"${dim ? ' stroke-opacity=".5"' : ''}/>`;
  });
}

const styleKey = ({ style }: Run): string => JSON.stringify(style);

function strokesOf({ column, row, text }: Run): string {
  return [...text.matchAll(/─+|[^─]/g)]
    .map(({ 0: glyphs, index }) => {
      const stroke = glyphs.startsWith('─')
        ? `m0 ${centre}h${x(glyphs.length)}`
        : (strokes[glyphs] ?? '');
      return `M${x(column + index)} ${y(row)}${stroke}`;
    })
    .join('');
}

function letters({ style, column, row, text }: Run): string {
  const attributes = [
    `x="${x(column)}" y="${round(y(row) + font.baseline)}" textLength="${x(text.length)}"`,
    ...(style.fill === ink ? [] : [`fill="${style.fill}"`]),
    ...(style.bold ? ['font-weight="bold"'] : []),
    ...(style.dim ? ['fill-opacity=".55"'] : []),
  ];
  return `<text ${attributes.join(' ')}>${escaped(text)}</text>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const x = (column: number): number => round(column * cell.width);
const y = (row: number): number => row * cell.height;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
