import { duration } from '../../core/format.ts';
import type { Report, ReportCase, ReportPass } from '../../core/report.ts';
import { line, piece, spaced, type Line } from '../line.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';

/** Every repeat in the order of the rounds, outliers marked, beside what was expected. */
export function repeatsZone({ cases, passes }: Report, width: number, theme: Theme): Zone {
  const label = Math.max(7, ...cases.map(({ id }) => id.length)) + 2;
  const rows = cases.map((found) => {
    const own = passes
      .filter((pass) => pass.case === found.id)
      .toSorted((a, b) => a.round - b.round);
    return spaced(
      [...headOf(found, label, theme), ...own.map((pass) => repeat(pass, found))],
      width,
    );
  });
  return { title: line('REPEATS'), priority: 3, variants: [ruled(rows), bare(rows), bare([])] };
}

function headOf({ id, engine, forecast }: ReportCase, label: number, { mark }: Theme) {
  return [
    line(piece(`${mark(engine).letter} ${id}`.padEnd(label), engine)),
    ...(forecast ? [line(piece(`expected ${duration(forecast.wall)}`, 'faint'))] : []),
  ];
}

function repeat(pass: ReportPass, { outliers }: ReportCase): Line {
  if (pass.status !== 'finished') {
    return line(pass.status);
  }

  const marked = outliers.some(({ round }) => round === pass.round);
  return line(`${duration(pass.wall)}${marked ? '!' : ''}`);
}
