import { duration, momentRange } from '../../core/text/format.ts';
import type { Stretch } from '../../core/timeline/timeline.ts';
import { firstFitting, line, piece, type Line } from '../canvas/line.ts';
import type { Selection } from './selection.ts';
import { precisionOf } from './timeline-axis.ts';
import { toneOf } from './timeline-cells.ts';
import type { TimelineLayout } from './timeline-layout.ts';

export type HeadView = {
  readonly selection: Selection;
  /** The planned rounds. */
  readonly rounds: number;
  readonly layout: TimelineLayout;
  /** The first visible row. */
  readonly top: number;
  readonly stretch: Stretch;
};

/** Says which round is shown, and which part of it. */
export function headLine(view: HeadView, width: number): Line {
  const { selection, layout, top, stretch } = view;
  const { from, to } = stretch;
  const part = momentRange(from, to, precisionOf(stretch));
  const ofAll = to - from < selection.length ? `${part} of ${duration(selection.length)}` : part;
  const { rows, visible } = layout;
  const rest =
    visible < rows.length ? [`rows ${top + 1} to ${top + visible} of ${rows.length}`] : [];
  const [long, short] = roundTexts(view);
  const ways = [
    [long, ofAll],
    [short, ofAll],
    [short, part],
  ].map((texts) => [...aloneOf(selection), ...[...texts, ...rest].map((text) => line(text))]);
  return firstFitting(ways, width);
}

/** The head of a round that has nothing to draw. */
export const shortHead = (view: Pick<HeadView, 'selection' | 'rounds'>, width: number): Line =>
  firstFitting([[...aloneOf(view.selection), line(roundTexts(view)[1])]], width);

const aloneOf = ({ alone }: Selection): readonly Line[] =>
  alone ? [line(piece(alone.id, toneOf(alone.engine)), ' alone')] : [];

type RoundTexts = readonly [long: string, short: string];

function roundTexts({ selection, rounds }: Pick<HeadView, 'selection' | 'rounds'>): RoundTexts {
  const { shown, round } = selection;
  const name = `round ${round ?? 1} of ${rounds}`;
  const running = shown.find(({ drawing }) => drawing.type === 'running');
  if (running) {
    return [`${name}, ${running.case.id} is running`, name];
  }

  if (!shown.every(({ typical }) => typical)) {
    return [name, name];
  }

  const others = shown.filter((pass) => pass.round !== round);
  return others.length > 0
    ? [
        `${name}, ${others.map((pass) => `of ${pass.case.id} round ${pass.round}`).join(', ')}: the middle ones`,
        name,
      ]
    : [`${name}, ${shown.length > 1 ? 'which has the middle speed-up' : 'the middle one'}`, name];
}

/** The title above the rows. */
export const titleOf = ({ aRow }: TimelineLayout): Line =>
  line(aRow === 1 ? 'WHAT EACH WORKER DID' : `WHAT THE WORKERS DID   ${aRow} a row, their mean`);
