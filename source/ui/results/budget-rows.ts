import { lookOf } from '../parts/engine-look.ts';
import { finePercent, signedDuration } from '../../core/text/format.ts';
import { lossesOf, lossNames, shareOf } from '../../core/report/figures/losses.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import type { Milliseconds, Share } from '../../core/units.ts';
import { columnWidth, gridRows } from '../canvas/grid.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import { meter } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';

export type Budgeted = ReportCase & Required<Pick<ReportCase, 'budget'>>;

export type Part = {
  readonly name: string;
  readonly took: Milliseconds;
  readonly share: Share;
  readonly useful: boolean;
};

/** The useful part, then the losses, largest first. */
export function partsOf({ budget }: Budgeted): readonly Part[] {
  const { useful } = budget;
  return [
    { name: 'useful work', took: useful, share: shareOf(useful, budget), useful: true },
    ...lossesOf(budget).map(({ name, took, share }) => ({
      name: lossNames[name],
      took,
      share,
      useful: false,
    })),
  ];
}

/** A share that reads as 0.0 % is drawn as nothing. */
export const isSeen = ({ share }: Part): boolean => Math.abs(share) >= 0.0005;

const nameWidth = Math.max(...Object.values(lossNames).map(({ length }) => length)) + 2;
const timeWidth = 10;
const shareWidth = 9;
const leastBar = 8;

/** The parts as bars, one per row, and also two per row if the bars fit, without times if need be. */
export function budgetRows(
  found: Budgeted,
  width: number,
  theme: Theme,
): { readonly below: readonly Line[]; readonly beside?: readonly Line[]; readonly timed: boolean } {
  const parts = partsOf(found);
  const rowsIn = (columns: number, timed: boolean) =>
    gridRows({ count: parts.length, columns, width }, (index, cells) =>
      partRow(parts[index]!, { found, timed, width: cells }, theme),
    );
  const free = columnWidth(2, width) - nameWidth - shareWidth - leastBar;
  const timed = free >= timeWidth;
  return {
    below: [...rowsIn(1, true), ...unknown(found)],
    ...(free >= 0 ? { beside: [...rowsIn(2, timed), ...(timed ? unknown(found) : [])] } : {}),
    timed,
  };
}

type Cells = {
  readonly found: Budgeted;
  /** Whether the time is shown beside the share. */
  readonly timed: boolean;
  readonly width: number;
};

/** All parts of a budget share one axis. Losses are drawn like overhead. */
function partRow(part: Part, { found, timed, width }: Cells, theme: Theme): Line {
  const { name, took, share, useful } = part;
  const time = timed ? signedDuration(took).padStart(timeWidth) : '';
  const look = lookOf(found.engine, theme);
  const fill = useful ? look : { ...look, glyph: theme.overhead };
  const cells = width - nameWidth - time.length - shareWidth;
  const filled = isSeen(part) ? Math.max(0, share) : 0;
  return line(
    name.padEnd(nameWidth),
    ...meter(filled, { ...fill, width: cells }, theme),
    time + finePercent(share).padStart(shareWidth),
  );
}

const untold = 'of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a';

/** Says that the split of the inflation is unknown, so that it is not taken for zero. */
const unknown = ({ budget }: Budgeted): readonly Line[] =>
  'inflation' in budget ? [line(piece(untold, 'faint'))] : [];
