import type { Element } from './svg.ts';

/** The position of something drawn, in pixels, and the rows of pixels that are visible. */
type Place = {
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
};

const cell = { width: 8.4, height: 18 };

/** Pixels by which letters reach below and above their baseline. */
const [deepest, highest] = [3, 11];

/**
 * The letters that a person sees in an animated picture after this share of its time, row by row without trailing
 * blanks. Without a share: what they see if they have turned animations off.
 */
export function lettersSeen(film: Element, share?: number): string {
  const style = film.children.find(({ name }) => name === 'style')?.text ?? '';
  const rows: string[] = [];
  const everywhere = { x: 0, y: 0, from: -Infinity, to: Infinity };
  const body = film.children.find(({ name }) => name === 'g');
  for (const child of body?.children ?? []) {
    look(child, everywhere, { rows, style, share });
  }

  return Array.from({ length: rows.length }, (_, row) => (rows[row] ?? '').trimEnd())
    .join('\n')
    .trimEnd();
}

type Eye = {
  readonly rows: string[];
  readonly style: string;
  readonly share: number | undefined;
};

function look(element: Element, place: Place, eye: Eye): void {
  const { name, attributes, children, text } = element;
  const declared = declarationsOf(element, eye);
  const moved = within(element, place, declared);
  if ((declared['visibility'] ?? attributes['visibility']) === 'hidden') {
    return;
  }

  if (name === 'text') {
    write(text, moved, eye.rows);
  }

  children.forEach((child) => look(child, moved, eye));
}

function within({ name, attributes }: Element, place: Place, declared: Declarations): Place {
  const x = place.x + Number(attributes['x'] ?? 0);
  const y = place.y + Number(attributes['y'] ?? 0) + down(attributes, declared);
  return name === 'svg'
    ? { x, y, from: y, to: y + Number(attributes['height']) }
    : { ...place, x, y };
}

const down = ({ transform = '' }: Element['attributes'], declared: Declarations): number =>
  Number(/-?\d+(?=px\)|\)$)/.exec(declared['transform'] ?? transform)?.[0] ?? 0);

function write(text: string, { x, y, from, to }: Place, rows: string[]): void {
  if (y + deepest < from || y - highest > to) {
    return;
  }

  const [row, column] = [Math.floor(y / cell.height), Math.round(x / cell.width)];
  const before = (rows[row] ?? '').padEnd(column + text.length);
  rows[row] = before.slice(0, column) + text + before.slice(column + text.length);
}

type Declarations = Readonly<Record<string, string | undefined>>;

/** The declarations of an element's keyframe at this moment; each holds until the next one. */
function declarationsOf({ attributes }: Element, { style, share }: Eye): Declarations {
  const name = /animation-name:(\w+)/.exec(attributes['style'] ?? '')?.[1];
  if (name === undefined || share === undefined) {
    return {};
  }

  const [, frames = ''] = new RegExp(`@keyframes ${name}\\{((?:[^{}]*\\{[^}]*\\})*)\\}`).exec(
    style,
  )!;
  const latest = [...frames.matchAll(/([\d.]+)%\{([\w-]+):([^}]*)\}/g)].findLast(
    ([, at]) => Number(at) <= share * 100,
  );
  return latest ? { [latest[2]!]: latest[3] } : {};
}
