import { duration } from '../../core/format.ts';
import type { Report, ReportCase, ReportPass } from '../../core/report.ts';
import { line, piece, spaced } from '../line.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';

/** Every repeat in the order of the rounds, outliers marked, beside what was expected. */
export function repeatsZone({ cases, passes }: Report, width: number, theme: Theme): Zone {
  const label = Math.max(8, ...cases.map(({ id }) => id.length + 1));
  const unmarked = cases.some(({ outliers }) => outliers.length > 0) ? ' ' : '';
  const repeats = cases.map((found) => textsOf(found, passes, unmarked));
  const expected = cases.map(({ forecast }) => (forecast ? duration(forecast.wall) : ''));
  const [cell, first] = [widest(repeats.flat()), widest(expected)];
  const rows = cases.map(({ id, engine }, index) => {
    const name = piece(`${theme.mark(engine).letter} ${id.padEnd(label)}`, engine);
    const forecast = first > 0 ? `expected ${(expected[index] ?? '').padStart(first)}` : '';
    const texts = (repeats[index] ?? []).map((text) => line(text.padStart(cell)));
    return spaced([line(name, piece(forecast, 'faint')), ...texts], width);
  });
  return { title: line('REPEATS'), priority: 3, variants: [ruled(rows), bare(rows), bare([])] };
}

const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map(({ length }) => length));

/** Where there are outliers, the others keep the cell of their mark free. */
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
