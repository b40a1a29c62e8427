import { headlinesOf } from '../../../core/report/headline.ts';
import type { ReportCase } from '../../../core/report/figures/report-case.ts';
import { percent, plusMinus } from '../../../core/text/format.ts';
import { spreadOf } from '../../../core/statistics.ts';
import { flowed, line, piece, type Line } from '../../canvas/line.ts';
import { engineLabel, labelWidth } from './engine-label.ts';
import { paragraph, type DetailsRequest, type Section } from '../section.ts';
import { wallsAlike } from './walls-alike.ts';
import { capitalized } from '../../../core/text/capitals.ts';

/** The median wall of every engine with its interval, and how far its rounds are from it. */
export function medians({ report, width, theme }: DetailsRequest): Section {
  const measured = report.cases.filter(({ median }) => median !== undefined);
  const label = labelWidth(report.cases);
  const times = measured.map(({ median = 0, low = 0, high = 0 }) => [median, low, high]);
  const texts = wallsAlike(times.flat());
  return {
    title: 'MEDIAN OF THE ROUNDS',
    rows: measured.flatMap((found, index) => {
      const [median = '', low = '', high = ''] = texts.slice(3 * index);
      const parts = partsOf(found, [median, low, high]).map((text) => line(text));
      return flowed(parts, width - label).map((row, place) => [
        place === 0 ? engineLabel(found, label, theme) : piece(' '.repeat(label)),
        ...row,
      ]);
    }),
  };
}

type Texts = readonly [median: string, low: string, high: string];

function partsOf(found: ReportCase, [median, low, high]: Texts): readonly string[] {
  const { coverage } = found;
  const range = `${withoutUnit(low, high)} to ${high}`;
  const interval =
    coverage === undefined ? `all rounds: ${range}` : `${percent(coverage)} sure: ${range}`;
  return found.median === undefined || low === high
    ? [median]
    : [median, interval, `spread ${plusMinus(spreadOf(found.median, found))}`];
}

/** A unit that both ends have stands behind the second. */
function withoutUnit(low: string, high: string): string {
  const [value, unit, ...more] = low.split(' ');
  return more.length === 0 && high.endsWith(` ${unit}`) ? value! : low;
}

/** The headline of every compared engine, with its interval. */
export function speedups({ report, width }: DetailsRequest): Section {
  return {
    title: 'SPEED-UP',
    rows: headlinesOf(report).flatMap(({ case: id, against, second }): readonly Line[] =>
      paragraph(`${id}: ${against}. ${capitalized(second)}.`, width),
    ),
  };
}
