import { duration, factor, factorRange, fraction, percent } from '../../core/format.ts';
import type { Report, ReportCase } from '../../core/report.ts';
import { firstFitting, line, piece, spaced, type Line } from '../line.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';

/** What is read off the speed-up of every case that is compared, and what a cold start costs. */
export function scoresZone({ cases, plan }: Report, width: number, theme: Theme): Zone {
  const rows = cases.flatMap((found) => scoresRow(found, width, theme));
  const starts = cases.flatMap(({ id }) => {
    const start = plan.coldStart[id];
    return start === undefined ? [] : [`${id} ${duration(start)}`];
  });
  const cold = spaced(
    ['cold start', ...starts].map((part) => line(piece(part, 'faint'))),
    width,
  );
  const all = starts.length > 0 ? [...rows, cold] : rows;
  const withRule = [all, rows].filter(({ length }) => length > 0).map(ruled);
  return { title: line('SCORES'), priority: 1, variants: [...withRule, bare(rows)] };
}

/** With the interval of the speed-up where there is room for it, and with its name where there is still room. */
function scoresRow(found: ReportCase, width: number, { mark }: Theme): readonly Line[] {
  const { id, engine, speedup, efficiency, karpFlatt } = found;
  if (!speedup || efficiency === undefined) {
    return [];
  }

  const name = line(piece(`${mark(engine).letter} ${id}`, engine));
  const others = [
    line(`efficiency ${percent(efficiency)}`),
    ...(karpFlatt === undefined ? [] : [line(`Karp-Flatt ${fraction(karpFlatt)}`)]),
  ];
  const value = factor(speedup.value);
  const whole = `${value} (${factorRange(speedup.low, speedup.high)})`;
  const rows = [`speed-up ${whole}`, whole, value].map((text) => [name, line(text), ...others]);
  return [firstFitting(rows, width)];
}
