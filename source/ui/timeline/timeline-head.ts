import { engineTraits } from '../../core/plan/engines.ts';
import { duration, momentRange } from '../../core/text/format.ts';
import type { Stretch } from '../../core/timeline/timeline.ts';
import type { Milliseconds } from '../../core/units.ts';
import { firstFitting, line, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import type { Selection } from './timeline.ts';
import { caseName } from '../parts/case-name.ts';
import { precisionOf } from './timeline-axis.ts';
import type { TimelineLayout } from './timeline-layout.ts';

export type HeadView = {
  readonly shown: Selection;
  readonly layout: TimelineLayout;
  /** The first visible row. */
  readonly top: number;
  readonly stretch: Stretch;
  /** The length of the pass. */
  readonly length: Milliseconds;
};

/** Names the pass and its visible part. */
export function headLine(
  { shown, layout, top, stretch, length }: HeadView,
  width: number,
  theme: Theme,
): Line {
  const { groups, rows, aRow, ruled } = layout;
  const { from, to } = stretch;
  const part = momentRange(from, to, precisionOf(stretch));
  const ofAll = to - from < length ? `${part} of ${duration(length)}` : part;
  const round = roundText(shown);
  const rest = [
    ...(rows < groups.length ? [`rows ${top + 1}-${top + rows} of ${groups.length}`] : []),
    ...(aRow > 1 && !ruled ? [`${aRow} workers a row`] : []),
  ];
  const ways = [
    [`${round}${shown.typical ? ', the typical one' : ''}`, ofAll],
    [round, ofAll],
    [round, part],
  ].map((texts) => [nameOf(shown, theme), ...[...texts, ...rest].map((text) => line(text))]);
  return firstFitting(ways, width);
}

/** Names a pass that has no timeline. */
export const shortHead = (shown: Selection, width: number, theme: Theme): Line =>
  firstFitting([[nameOf(shown, theme), ...(shown.chosen ? [line(roundText(shown))] : [])]], width);

const nameOf = ({ case: planned }: Selection, theme: Theme): Line => line(caseName(planned, theme));

const roundText = ({ chosen, rounds }: Selection): string =>
  `round ${chosen?.pass.round ?? 1} of ${rounds}`;

/** The title above the rows. */
export function titleOf({ case: { engine } }: Selection, { aRow }: TimelineLayout): Line {
  const who =
    aRow === 1 ? 'WHAT EACH WORKER DID' : `WHAT THE WORKERS DID   ${aRow} a row, their mean`;
  return line(
    engineTraits[engine].clock === 'driver' ? `${who}   from the first task's start` : who,
  );
}
