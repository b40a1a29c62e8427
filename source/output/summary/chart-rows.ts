import { engineTraits, runsHere } from '../../core/plan/engines.ts';
import { headlinesOf, type Headline } from '../../core/report/headline.ts';
import type { Report } from '../../core/report/report.ts';
import { durationsAlike } from '../../core/text/format.ts';
import { barCells, durationFill, overheadFill } from '../../core/text/glyphs.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import { serialReferences, type SerialReference } from '../../core/report/serial-reference.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Paper } from '../paper.ts';
import { piece, widthIn, type Piece, type Row } from '../rows.ts';

const widestBar = 40;
const narrowestBar = 10;

/** A bar for each case, all on one axis, in one unit, with the speed-up beside or, on narrow paper, below. */
export function chartRows(report: Report, paper: Paper): readonly Row[] {
  const bars = barsOf(report, paper);
  const texts = durationsAlike(bars.map(({ wall = 0 }) => wall));
  const times = bars.map(({ wall }, index) => (wall === undefined ? '' : texts[index]!));
  const [label, time] = [longest(bars.map(({ name }) => name)), longest(times)];
  const room = widthIn(paper) - margins - label - time;
  const beside = room - gap - longest(bars.map(({ answer }) => answer?.text ?? ''));
  const scale = {
    ascii: paper.ascii,
    longest: Math.max(...bars.map(({ wall = 0 }) => wall)),
    width: Math.max(narrowestBar, Math.min(widestBar, beside < narrowestBar ? room : beside)),
  };
  return bars.map((bar, index) => [
    piece(`  ${bar.name.padEnd(label)}   `, 'strong'),
    ...(bar.wall === undefined
      ? [piece('no round finished', 'warning')]
      : [piece(`${times[index]!.padStart(time)}   `), ...barOf(bar, bar.wall, scale)]),
    ...(bar.answer ? [piece('   '), bar.answer] : []),
  ]);
}

type ChartBar = {
  readonly name: string;
  readonly tone: Piece['tone'];
  /** Undefined if no round finished. */
  readonly wall: Milliseconds | undefined;
  /** The part of it in which no task ran, on a cluster. */
  readonly overhead: Milliseconds;
  /** What stands beside it. */
  readonly answer: Piece | undefined;
};

/** The cases, and below each on a cluster Python on one of its CPUs. */
function barsOf(report: Report, paper: Paper): readonly ChartBar[] {
  const headlines = headlinesOf(report);
  const references = serialReferences(report.cases, report.passes);
  return report.cases.flatMap((found) => [
    caseBar(found, answerOf(found, headlines, paper)),
    ...references.filter(({ of }) => of === found.id).map(referenceBar),
  ]);
}

const caseBar = ({ id, engine, typical }: ReportCase, answer: Piece | undefined): ChartBar => ({
  name: id,
  tone: engineTraits[engine].tone,
  wall: typical?.wall,
  overhead: typical && !runsHere(engine) ? typical.wall - typical.span : 0,
  answer,
});

const referenceBar = ({ name, shown }: SerialReference): ChartBar => ({
  name,
  tone: 'quiet',
  wall: shown,
  overhead: 0,
  answer: piece('calculated', 'quiet'),
});

/** Blanks between two columns. */
const gap = 3;

/** Blanks before the columns, and between those before the bar. */
const margins = 2 + 2 * gap;

const longest = (texts: readonly string[]): number =>
  Math.max(...texts.map(({ length }) => length));

/** A single round has no speed-up: its two durations are the answer. */
function answerOf(
  { id, speedup }: ReportCase,
  headlines: readonly Headline[],
  { ascii }: Paper,
): Piece | undefined {
  const found = headlines.find((headline) => headline.case === id);
  const mark = found?.mark === 'beyond' ? `${ascii ? '!' : '▲'} ` : '';
  return found && speedup ? piece(mark + found.first, 'answer') : undefined;
}

type Scale = { readonly ascii: boolean; readonly longest: number; readonly width: number };

/** Solid cells, and faint ones for the overhead. */
function barOf(
  { tone, overhead }: ChartBar,
  wall: Milliseconds,
  { ascii, longest: axis, width }: Scale,
): readonly Piece[] {
  const of = (time: number) => (axis > 0 ? time / axis : 0);
  const { solid, faint } = barCells({ share: of(wall), overhead: of(overhead) }, width);
  const drawn = durationFill(ascii).repeat(solid) + overheadFill(ascii).repeat(faint);
  return [piece(drawn, tone), piece(' '.repeat(width - solid - faint))];
}
