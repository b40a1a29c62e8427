import { createLatestCache } from '../../core/latest-cache.ts';
import { emptyLine, fitted, lengthOf, piece, type Line } from './line.ts';
import type { Theme } from './theme.ts';
import { arranged, heightOf, type Zone } from './zone.ts';

/** Zones by name, from top to bottom. One name may stand for several. */
export type Zones = Readonly<Record<string, Zone | readonly Zone[]>>;

/** A row inside the frame: content, or a rule with a title. */
export type BodyRow = { readonly ruled: boolean; readonly content: Line };

/** Rows side by side, each pane in its width. */
export type Section = {
  readonly panes: ReadonlyArray<readonly BodyRow[]>;
  /** Cells of each pane, with a blank on both sides of its content. */
  readonly widths: readonly number[];
};

/** The rows of zones that get `height` rows at most. */
export const bodyRows = (zones: Zones, height: number): readonly BodyRow[] =>
  arranged(Object.values(zones).flat(), height)
    .flatMap(({ title, variant }) => [
      ...(variant.ruled ? [{ ruled: true, content: title }] : []),
      ...variant.lines.map((content) => ({ ruled: false, content })),
    ])
    .slice(0, height);

/** The rows that zones take where there is no more room. */
export const leastHeight = (zones: Zones): number =>
  Object.values(zones)
    .flat()
    .reduce((sum, { variants }) => sum + heightOf(variants.at(-1)!), 0);

/** The rows of a section with its frame. Shorter panes end in blank rows; there are `height` rows in all. */
export function sectionLines(
  { panes, widths }: Section,
  height: number,
  theme: Theme,
): readonly Line[] {
  return Array.from({ length: height }, (_, row) => {
    const cells = panes.map((pane) => pane[row] ?? blank);
    return [
      ...cells.flatMap((cell, index) => [
        piece(junction(cells[index - 1], cell, theme), 'frame'),
        ...drawn(cell, widths[index] ?? 0, theme),
      ]),
      piece(junction(cells.at(-1), undefined, theme), 'frame'),
    ];
  });
}

const blank: BodyRow = { ruled: false, content: emptyLine };

/** What stands between two rows side by side, or at the edge of the frame. */
function junction(left: BodyRow | undefined, right: BodyRow | undefined, theme: Theme): string {
  if (left?.ruled && right?.ruled) {
    return theme.cross;
  }

  if (left?.ruled) {
    return theme.teeRight;
  }

  return right?.ruled ? theme.teeLeft : theme.vertical;
}

const drawn = ({ ruled, content }: BodyRow, width: number, theme: Theme): Line =>
  rows(content, [ruled, width, theme], () =>
    ruled
      ? ruleLine(content, width, theme)
      : [...fitted([piece(' '), ...content], width - 1), piece(' ')],
  );

/** Most zones have the lines of the frame before. */
const rows = createLatestCache<Line, Line>();

/** A rule of `width` cells with a title in it. */
export function ruleLine(title: Line, width: number, { horizontal }: Theme): Line {
  if (title.length === 0) {
    return [piece(horizontal.repeat(width), 'frame')];
  }

  const shown = fitted(title, Math.min(lengthOf(title), width - 5));
  const tail = horizontal.repeat(width - 3 - lengthOf(shown));
  return [piece(`${horizontal} `, 'frame'), ...shown, piece(` ${tail}`, 'frame')];
}

type Meeting = {
  /** Where the line between two panes meets the rule; nowhere if absent. */
  readonly cell: number | undefined;
  readonly glyph: string;
};

/** A rule with its glyph where the line between two panes meets it. A title is left whole. */
export function withMeeting(rule: Line, { cell, glyph }: Meeting, { horizontal }: Theme): Line {
  let before = 0;
  return rule.map((part) => {
    const index = (cell ?? -1) - before;
    before += lengthOf([part]);
    return part.tone === 'frame' && part.text[index] === horizontal
      ? { ...part, text: part.text.slice(0, index) + glyph + part.text.slice(index + 1) }
      : part;
  });
}
