import { computesAlike } from '../../core/plan/engines.ts';
import { coldStartTexts, costTexts, speedupText } from '../../core/report/case-texts.ts';
import {
  factor,
  factorRange,
  fraction,
  percent,
  signedWholePercent,
} from '../../core/text/format.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import { flowed, lengthOf, line, piece, spaced, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { caseName } from '../parts/case-name.ts';
import { priorities } from './priorities.ts';

/** The scores of every compared case, the cold starts, and the error of the forecast. */
export function scoresZone(report: Report, width: number, theme: Theme): Zone {
  const rows = scoresRows(report, width, theme);
  const facts = [
    namedValues('cold start', coldStartTexts(report)),
    namedValues('off forecast', misses(report)),
    ...costTexts(report),
  ];
  const more = [
    ...rows,
    ...flowed(
      facts.filter((text) => text !== '').map((text) => line(piece(text, 'faint'))),
      width,
    ),
  ];
  return {
    title: line('SCORES'),
    priority: priorities.scores,
    variants: [
      ...(more.length > 0 ? [later(priorities.more, ruled(more))] : []),
      later(priorities.facts, bare(more)),
      bare(rows),
    ],
  };
}

const namedValues = (name: string, values: readonly string[]): string =>
  values.length > 0 ? `${name} ${values.join(', ')}` : '';

/** How far each case was off its forecast. */
const misses = ({ cases }: Report): readonly string[] =>
  cases.flatMap(({ id, typical, forecast }) =>
    !typical || !forecast?.wall
      ? []
      : [`${id} ${signedWholePercent(typical.wall / forecast.wall - 1)}`],
  );

/** All rows have the same form: the richest one in which every row fits. */
function scoresRows(report: Report, width: number, theme: Theme): readonly Line[] {
  const scored = report.cases
    .map((found) => ({ found, forms: formsOf(found, report) }))
    .filter(({ forms }) => forms.length > 0);
  const label = 2 + Math.max(0, ...scored.map(({ found }) => found.id.length));
  const drawn = (form: number) =>
    scored.map(({ found, forms }) => [
      line(caseName(found, theme, label)),
      ...(forms[form] ?? []).map((part) => line(part)),
    ]);
  const fits = (parts: readonly Line[]) => lengthOf(spaced(parts, Infinity)) <= width;
  const forms = [0, 1, 2, 3].map(drawn);
  const shown = forms.find((rows) => rows.every(fits)) ?? forms.at(-1) ?? [];
  return shown.map((parts) => spaced(parts, width));
}

/** From the longest wording to the shortest; empty if there is nothing to say. */
function formsOf(found: ReportCase, report: Report): ReadonlyArray<readonly string[]> {
  const { speedup } = found;
  const own = ownScores(found);
  const [spoken, short] = insideScores(found, report);
  if (!speedup || (own.length === 0 && computesAlike(found.engine))) {
    return spoken.length > 0 ? [spoken, short, short, short] : [];
  }

  const value = speedupText(speedup);
  const whole = `${value} (${factorRange(speedup.low, speedup.high)})`;
  return [
    [`speed-up ${whole}`, ...own, ...spoken],
    [`speed-up ${whole}`, ...own, ...short],
    [whole, ...own, ...short],
    [value, ...own, ...short],
  ];
}

const ownScores = ({ efficiency, karpFlatt }: ReportCase): readonly string[] => [
  ...(efficiency === undefined ? [] : [`efficiency ${percent(efficiency)}`]),
  ...(karpFlatt === undefined ? [] : [`Karp-Flatt ${fraction(karpFlatt)}`]),
];

/** The speed-up of a case on Ray over Python on one of its CPUs: long and short. */
function insideScores(
  { id, workers }: ReportCase,
  { verdict: { inside = [] } }: Report,
): readonly [readonly string[], readonly string[]] {
  const found = inside.find((one) => one.case === id);
  const said = (where: string) =>
    found
      ? [`${where} ${factor(found.factor)}, efficiency ${percent(found.factor / workers)}`]
      : [];
  return [said('inside the cluster'), said('inside')];
}
