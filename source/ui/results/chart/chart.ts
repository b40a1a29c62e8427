import type { ReportCase } from '../../../core/report/figures/report-case.ts';
import type { Report } from '../../../core/report/report.ts';
import { runsHere, runsInARow } from '../../../core/plan/engines.ts';
import { counted, durationsAlike } from '../../../core/text/format.ts';
import { emptyLine, firstFitting, lengthOf, line, piece, type Line } from '../../canvas/line.ts';
import type { Theme } from '../../canvas/theme.ts';
import { bare, later, type Variant, type Zone } from '../../canvas/zone.ts';
import { lookOf } from '../../parts/engine-look.ts';
import {
  axisOf,
  marksOf,
  middleOf,
  roundBar,
  shownOf,
  type Axis,
  type ShownCase,
} from './duration-bar.ts';
import { isWide, marginOf } from '../margin.ts';
import { priorities } from '../priorities.ts';

/** The durations side by side: the typical round of every case on one axis from 0, and a dot for every other round. */
export function chartZone(report: Report, width: number, theme: Theme): Zone {
  const shown = report.cases.map((found) => shownOf(found, report));
  const layout = layoutOf(shown, width);
  const drawn = shown.map((found) => ({ ...found, marks: marksOf(found, layout, theme) }));
  const caption = captionOf(report, drawn, { ...layout, dot: theme.dot });
  const bars = (height: number) =>
    drawn.map((found) => barRows(found, { ...layout, height }, theme));
  const apart = (height: number, priority: number): Variant => {
    const rows = bars(height).flatMap((bar, index) => (index > 0 ? [emptyLine, ...bar] : bar));
    return later(priority, bare([...rows, ...caption]));
  };
  const flat = bars(1).flat();
  return {
    title: emptyLine,
    priority: 0,
    variants: [
      apart(3, priorities.higherBars),
      apart(2, priorities.highBars),
      apart(1, priorities.bars),
      later(priorities.caption, bare([...flat, ...caption])),
      bare(flat),
    ],
  };
}

type Drawn = ShownCase & { readonly marks: ReadonlyMap<number, string> };

type Layout = Axis & {
  readonly width: number;
  /** Cells in front of the bars. */
  readonly label: number;
  /** Cells behind the bars that durations are aligned in. */
  readonly end: number;
  readonly texts: ReadonlyMap<ReportCase, { readonly name: string; readonly time: string }>;
};

const gap = 2;

function layoutOf(shown: readonly ShownCase[], width: number): Layout {
  const finished = shown.flatMap(({ typical }) => typical ?? []);
  const times = durationsAlike(finished);
  const names = namesOf(shown, width);
  const texts = new Map(
    shown.map(({ found, typical }, index) => [
      found,
      {
        name: names[index]!,
        time: typical === undefined ? '' : times[finished.indexOf(typical)]!,
      },
    ]),
  );
  const label = Math.max(...names.map(({ length }) => length)) + gap;
  const end = gap + Math.max(0, ...times.map(({ length }) => length));
  const cells = Math.max(0, width - label - end - marginOf(width).length);
  return { axis: axisOf(shown), cells, width, label, end, texts };
}

/** The name of each case and, if there is room, how its tasks ran. */
function namesOf(shown: readonly ShownCase[], width: number): readonly string[] {
  const names = Math.max(...shown.map(({ found: { id } }) => id.length));
  return shown.map(({ found }) =>
    isWide(width)
      ? `${marginOf(width)}${found.id.padEnd(names + gap)}${mannerOf(found)}`
      : found.id,
  );
}

/** "one by one", "2 at a time". */
function mannerOf({ engine, workers }: ReportCase): string {
  if (runsInARow(engine)) {
    return 'one by one';
  }

  return runsHere(engine) ? `${workers} at a time` : `on ${counted(workers, 'CPU')}`;
}

function barRows(
  shown: Drawn,
  layout: Layout & { readonly height: number },
  theme: Theme,
): readonly Line[] {
  const { found, typical, marks } = shown;
  const { label, end, texts, height } = layout;
  const { name = '', time = '' } = texts.get(found) ?? {};
  const { tone } = lookOf(found.engine, theme);
  const named = piece(name.padEnd(label), tone);
  if (typical === undefined) {
    return [line(named, piece(whyMissing(shown), 'warning'))];
  }

  return roundBar(shown, layout, { height, tone, marks, theme }).map((bar, row) =>
    row === middleOf(height)
      ? line(named, ...bar, piece(time.padStart(end), 'strong'))
      : line(' '.repeat(label), ...bar),
  );
}

const whyMissing = ({ found: { id }, failure }: ShownCase): string =>
  failure === undefined
    ? 'no round finished'
    : `no round finished: ${failure.startsWith(`${id}: `) ? failure.slice(id.length + 2) : failure}`;

/** Which round the bars are of, and what the dots are; none with a single round. */
function captionOf(
  { plan, cases, verdict }: Report,
  drawn: readonly Drawn[],
  { label, width, dot }: Layout & { readonly dot: string },
): readonly Line[] {
  const typical = cases.flatMap(({ id, typical: found }) =>
    found ? [{ id, round: found.round }] : [],
  );
  const [first, ...others] = new Set(typical.map(({ round }) => round));
  if (first === undefined || plan.rounds === 1) {
    return [];
  }

  const why = verdict.comparisons.length > 0 ? 'middle speed-up' : 'middle duration';
  const each = typical.map(({ id, round }) => `${id} ${round}`).join(', ');
  const dots = `${dot} the others${metText(drawn)}`;
  const wordings =
    others.length === 0
      ? [
          [`round ${first}, which has the ${why}`, dots],
          [`round ${first}`, dots],
        ]
      : [[`rounds: ${each}`, dots]];
  const margin = marginOf(width);
  const row = firstFitting(
    wordings.map((texts) => texts.map((text) => line(piece(text, 'quiet')))),
    width - margin.length,
  );
  return [line(' '.repeat(Math.max(0, Math.min(label, width - lengthOf(row)))), ...row)];
}

const numbers = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine or more'];

/** ", 4: four of them"; '' if no dots meet. */
function metText(drawn: readonly Drawn[]): string {
  const met = drawn.flatMap(({ marks }) =>
    [...marks.values()].flatMap((mark) => Number(mark) || []),
  );
  const largest = Math.max(0, ...met);
  return largest === 0 ? '' : `, ${largest}: ${numbers[largest]} of them`;
}
