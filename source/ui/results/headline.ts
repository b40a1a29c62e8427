import { counted } from '../../core/text/format.ts';
import { wrap } from '../../core/text/wrap.ts';
import { headlinesOf, type Headline } from '../../core/report/headline.ts';
import type { Report } from '../../core/report/report.ts';
import { emptyLine, justified, lengthOf, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed, later, type Zone } from '../canvas/zone.ts';
import { marginOf } from '../parts/margin.ts';
import { priorities } from './priorities.ts';

/** The answer: how many times as fast, how sure, and what the limit is. It stands apart where rows are left. */
export function headlineZone(report: Report, width: number, theme: Theme): Zone {
  const rows = rowsOf(report, width, theme);
  return fixed(later(priorities.headline, bare([emptyLine, ...rows, emptyLine])), bare(rows));
}

function rowsOf(report: Report, width: number, theme: Theme): readonly Line[] {
  const headlines = headlinesOf(report);
  const [only, ...others] = headlines;
  if (!only) {
    const margin = marginOf(width);
    return wrap(report.verdict.sentence, width - margin.length).map((row) =>
      line(margin, piece(row, 'strong')),
    );
  }

  return others.length === 0
    ? singleRows(only, width, theme)
    : headlines.flatMap((found) =>
        rowsAmongOthers(found, { label: labelWidth(headlines), width }, theme),
      );
}

/** In two rows; what finds no room at their right goes below. */
function singleRows(found: Headline, width: number, theme: Theme): readonly Line[] {
  const { workers, first, second, limit = '', limitReason = '', cost = '' } = found;
  const margin = marginOf(width);
  const answer = line(
    margin,
    piece(`${counted(workers, 'worker')}:  `, 'strong'),
    ...answerPieces(first, found, theme),
  );
  const sure = line(margin, second);
  const fits = (left: Line, right: string) => lengthOf(left) + gap + right.length <= width;
  const below = (text: string) =>
    text === '' ? [] : wrap(text, width - margin.length).map((row) => line(margin, row));
  if (fits(answer, limit)) {
    const isWhole = fits(sure, limitReason);
    const end = limitReason === '' ? piece(cost, 'quiet') : piece(limitReason);
    return [
      justified(answer, line(limit), width),
      ...(isWhole ? [justified(sure, [end], width)] : [...below(second), ...below(limitReason)]),
    ];
  }

  return fits(sure, limit)
    ? [answer, justified(sure, line(limit), width), ...below(limitReason)]
    : [answer, ...below(second), ...below(limitReason === '' ? limit : `${limit}: ${limitReason}`)];
}

const gap = 2;

const answerPieces = (text: string, { mark }: Headline, { marks }: Theme): Line =>
  line(...(mark ? [piece(`${marks.note} `, 'note')] : []), piece(text, 'answer'));

const labelWidth = (headlines: readonly Headline[]): number =>
  Math.max(...headlines.map(({ case: id }) => id.length)) + 1 + gap;

type Place = { readonly label: number; readonly width: number };

/** In one row with its reference, or its certainty below. */
function rowsAmongOthers(found: Headline, { label, width }: Place, theme: Theme): readonly Line[] {
  const { case: id, against, second, limit } = found;
  const margin = marginOf(width);
  const answer = (text: string) =>
    line(margin, piece(`${id}:`.padEnd(label), 'strong'), ...answerPieces(text, found, theme));
  // That few rounds cannot rule out chance says as much.
  const [bare, short] = [against.replace(/ so far$/, ''), second.replace(/,.*/, '')];
  const rows = [
    ...(limit ? [[against, `${second}; ${limit}`] as const] : []),
    [against, second] as const,
    [against, short] as const,
    [bare, short] as const,
  ];
  const row = rows.find(([left, right]) => lengthOf(answer(left)) + gap + right.length <= width);
  return row
    ? [justified(answer(row[0]), line(row[1]), width)]
    : [answer(against), ...belowAnswer(short, label, width)];
}

/** Under the answer if it fits there, else further to the left. */
function belowAnswer(text: string, label: number, width: number): readonly Line[] {
  const begin = Math.max(0, Math.min(marginOf(width).length + label, width - text.length));
  return wrap(text, width).map((row) => line(' '.repeat(begin), row));
}
