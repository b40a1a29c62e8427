import type { Report } from '../../core/report/report.ts';
import { firstFitting, lengthOf, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { moreRounds } from '../../core/plan/plan-of.ts';
import { doubtsIn, fineIn, unknownIn, type Finding } from '../../core/report/findings.ts';
import { marginOf } from '../parts/margin.ts';
import { markedRows, markWidth, type Marked } from './marked-rows.ts';
import { priorities } from './priorities.ts';

const label = piece('TRUST', 'strong');

/** How far the numbers can be trusted. It keeps a row in every window. */
export function trustZone(report: Report, width: number, { marks }: Theme): Zone {
  const doubts = doubtsIn(report)
    .map((found) => withKey(found, report))
    .map(markedWith(piece(marks.note, 'note')));
  const fine = fineIn(report).map(markedWith(piece(marks.good, 'good')));
  const unknown = unknownIn(report).map(markedWith(piece('')));
  const place = { width, marks: markWidth([...doubts, ...fine, ...unknown]) };
  const rowsOf = (found: readonly Marked[], rows?: number) =>
    found.flatMap((one) => markedRows(one, { ...place, ...(rows === undefined ? {} : { rows }) }));
  const row = (before: Line, room: number) => oneRow({ doubts, fine }, before, room);
  const fineRow =
    fine.length > 0 ? [oneRow({ doubts: [], fine }, line(marginOf(width)), width)] : [];
  const all = [...rowsOf(doubts), ...rowsOf(fine), ...rowsOf(unknown)];
  const worded = (last: readonly Line[]) =>
    later(priorities.trust, ruled([...rowsOf(doubts), ...last]));
  return {
    title: [label],
    priority: priorities.doubts,
    variants: [
      ...(all.length > 0 ? [later(priorities.trustLines, ruled(all))] : []),
      ...(doubts.length > 0 ? [worded(fineRow), worded([])] : []),
      ruled([row(line(marginOf(width)), width)]),
      bare([row([label, piece('  ')], width)]),
    ],
  };
}

/** Rounds that vary say which key runs more of them. */
function withKey(found: Finding, { plan }: Report): Finding {
  const more = found.name === 'spread' ? moreRounds(plan) : undefined;
  return more === undefined ? found : { ...found, text: `${found.text} (+ runs ${more} rounds)` };
}

type MarkedFinding = Finding & Marked;

const markedWith =
  (mark: Marked['mark']) =>
  (finding: Finding): MarkedFinding => ({ ...finding, mark });

type Found = Readonly<Record<'doubts' | 'fine', readonly MarkedFinding[]>>;

/** As many findings as fit, the doubts first; the others are counted. */
function oneRow({ doubts, fine }: Found, before: Line, width: number): Line {
  if (doubts.length + fine.length === 0) {
    return [...before, piece('nothing was measured around the rounds', 'quiet')];
  }

  const forms = [
    ...countdown(fine).map((shown) => [...partsOf(doubts, doubts.length), ...partsOf(fine, shown)]),
    partsOf(doubts, doubts.length),
    ...countdown(doubts).map((shown) => [...partsOf(doubts, shown), ...partsOf(fine, 0)]),
  ];
  return [...before, ...firstFitting(forms, width - lengthOf(before))];
}

/** From all of them down to none. */
const countdown = ({ length }: readonly MarkedFinding[]): readonly number[] =>
  Array.from({ length: length + 1 }, (_, less) => length - less);

/** The first ones in brief, and the number of the others. */
function partsOf(found: readonly MarkedFinding[], shown: number): readonly Line[] {
  const named = found.slice(0, shown).map(({ mark, brief }) => line(mark, ` ${brief}`));
  const [next] = found.slice(shown);
  const number = found.length - shown;
  const others = number === 1 ? 'other' : 'others';
  return next ? [...named, line(next.mark, ` ${number} ${shown > 0 ? 'more' : others}`)] : named;
}
