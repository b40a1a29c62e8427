import { engineTraits, runsHere } from '../../core/plan/engines.ts';
import { headlinesOf, type Headline } from '../../core/report/headline.ts';
import type { Report } from '../../core/report/report.ts';
import { durationsAlike } from '../../core/text/format.ts';
import { barCells, durationFill, overheadFill } from '../../core/text/glyphs.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import type { Paper } from '../paper.ts';
import { piece, widthIn, type Piece, type Row } from '../rows.ts';

const widestBar = 40;
const narrowestBar = 10;

/** A bar for each case, all on one axis, in one unit, with the speed-up beside or, on narrow paper, below. */
export function chartRows(report: Report, paper: Paper): readonly Row[] {
  const { cases } = report;
  const headlines = headlinesOf(report);
  const walls = cases.map(({ typical }) => typical?.wall ?? 0);
  const times = durationsAlike(walls).map((text, index) => (cases[index]?.typical ? text : ''));
  const answers = cases.map((found) => answerOf(found, headlines, paper));
  const [label, time] = [longest(cases.map(({ id }) => id)), longest(times)];
  const room = widthIn(paper) - margins - label - time;
  const beside = room - gap - longest(answers.map((answer) => answer?.text ?? ''));
  const scale = {
    ascii: paper.ascii,
    longest: Math.max(...walls),
    width: Math.max(narrowestBar, Math.min(widestBar, beside < narrowestBar ? room : beside)),
  };
  return cases.map((found, index) => [
    piece(`  ${found.id.padEnd(label)}   `, 'strong'),
    ...(found.typical
      ? [piece(`${times[index]!.padStart(time)}   `), ...barOf(found, scale)]
      : [piece('no round finished', 'warning')]),
    ...(answers[index] ? [piece('   '), answers[index]] : []),
  ]);
}

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

/** On a cluster solid cells while tasks ran, faint ones for the rest of the time. */
function barOf(
  { engine, typical }: ReportCase,
  { ascii, longest: axis, width }: Scale,
): readonly Piece[] {
  const { wall, span } = typical!;
  const of = (time: number) => (axis > 0 ? time / axis : 0);
  const overhead = runsHere(engine) ? 0 : of(wall - span);
  const { solid, faint } = barCells({ share: of(wall), overhead }, width);
  const drawn = durationFill(ascii).repeat(solid) + overheadFill(ascii).repeat(faint);
  return [piece(drawn, engineTraits[engine].tone), piece(' '.repeat(width - solid - faint))];
}
