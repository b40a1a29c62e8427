import { duration } from '../../core/text/format.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import type { ReportPass } from '../../core/report/figures/report-pass.ts';
import { line, piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, ruled, type Zone } from '../canvas/zone.ts';
import { caseName, nameWidth } from '../parts/case-name.ts';
import { priorities } from './priorities.ts';

/** The rounds in the order of the rounds, with outliers marked, and the forecast if it fits. */
export function roundsZone({ cases, passes }: Report, width: number, theme: Theme): Zone {
  const label = nameWidth(cases);
  const room = width - label;
  const unmarked = cases.some(({ outliers }) => outliers.length > 0) ? ' ' : '';
  const rounds = cases.map((found) => textsOf(found, passes, unmarked));
  const expected = expectedOf(cases);
  const whole = roundsIn(rounds, Number.POSITIVE_INFINITY);
  const beside = widest(expected) + widest(whole) <= room;
  const shown = beside ? whole : roundsIn(rounds, room);
  const rows = cases.map((found, index) =>
    line(
      caseName(found, theme, label),
      piece(beside ? (expected[index] ?? '') : '', 'faint'),
      shown[index] ?? '',
    ),
  );
  return {
    title: line('ROUNDS'),
    priority: priorities.rounds,
    variants: [ruled(rows), bare([])],
  };
}

const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map(({ length }) => length));

/** Takes no room if nothing was forecast. */
function expectedOf(cases: readonly ReportCase[]): readonly string[] {
  const walls = cases.map(({ forecast }) =>
    forecast?.wall === undefined ? '' : duration(forecast.wall),
  );
  const width = widest(walls);
  return walls.map((wall) =>
    width > 0 ? `${(wall && 'forecast').padEnd(8)} ${wall.padStart(width)}   ` : '',
  );
}

const gap = '  ';

/** The first rounds that fit, and the number of the others. */
function roundsIn(cases: ReadonlyArray<readonly string[]>, room: number): readonly string[] {
  const cell = widest(cases.flat());
  const rounds = Math.max(0, ...cases.map(({ length }) => length));
  const fitting = (cells: number) =>
    Math.max(0, Math.floor((cells + gap.length) / (cell + gap.length)));
  const more = (count: number) => `${gap}+${count} more`;
  const shown = fitting(room) >= rounds ? rounds : fitting(room - more(rounds).length);
  return cases.map((texts) => {
    const first = texts.slice(0, shown).map((text) => text.padStart(cell));
    return first.join(gap) + (texts.length > shown ? more(texts.length - shown) : '');
  });
}

/** If there are outliers, the other rounds leave the cell of the mark free. */
function textsOf(
  { id, outliers }: ReportCase,
  passes: readonly ReportPass[],
  unmarked: string,
): readonly string[] {
  return passes
    .filter((pass) => pass.case === id)
    .toSorted((a, b) => a.round - b.round)
    .map((pass) => {
      const marked = outliers.some(({ round }) => round === pass.round);
      const text = pass.status === 'finished' ? duration(pass.wall) : pass.status;
      return `${text}${marked ? '!' : unmarked}`;
    });
}
