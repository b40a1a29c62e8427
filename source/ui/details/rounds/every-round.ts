import type { ReportCase, ReportSpeedup } from '../../../core/report/figures/report-case.ts';
import type { ReportPass } from '../../../core/report/figures/report-pass.ts';
import type { Report } from '../../../core/report/report.ts';
import { count, ratio } from '../../../core/text/format.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { piece, type Line, type Piece } from '../../canvas/line.ts';
import type { Theme, Tone } from '../../canvas/theme.ts';
import { lookOf } from '../../parts/engine-look.ts';
import { paragraph, type DetailsRequest, type Section } from '../section.ts';
import { wallsAlike } from './walls-alike.ts';

/** One row a round: the wall of every engine, and the speed-up of every compared one. */
export function everyRound({ report, width, theme }: DetailsRequest): Section {
  const rows = tableRows(columnsOf(report, theme), width);
  const captions = captionRows(report, width, theme);
  const more = rows.length - 1 - fewRounds;
  return {
    title: 'EVERY ROUND',
    rows: [...rows, ...captions],
    ...(more > 0
      ? {
          brief: [
            ...rows.slice(0, fewRounds + 1),
            [piece(`and ${count(more)} more: d shows them`, 'quiet')],
            ...captions,
          ],
        }
      : {}),
  };
}

/** As many rounds stand beside the overview where not all fit. */
const fewRounds = 8;

type Cell = { readonly text: string; readonly tone: Tone; readonly mark?: Piece };

type Column = { readonly head: string; readonly cells: readonly Cell[] };

const gaps = [2, 1] as const;

/** A blank, and the mark behind a text. Only columns with a mark leave room for it. */
const markWidth = 2;

const widthOf = ({ head, cells }: Column): number =>
  Math.max(head.length, ...cells.map(({ text }) => text.length));

const marksOf = ({ cells }: Column): number => (cells.some(({ mark }) => mark) ? markWidth : 0);

/** In the wider gap if all columns fit, else the first that fit in the other. */
function tableRows(columns: readonly Column[], width: number): readonly Line[] {
  const taken = (gap: number) =>
    columns.reduce((sum, column) => sum + widthOf(column) + marksOf(column) + gap, -gap);
  const gap = gaps.find((one) => taken(one) <= width) ?? gaps.at(-1)!;
  let used = -gap;
  const fitting = columns.filter((column) => {
    used += gap + widthOf(column) + marksOf(column);
    return used <= width;
  });
  const row = (cellOf: (column: Column) => Cell): Line =>
    fitting.flatMap((column, index) => {
      const { text, tone, mark } = cellOf(column);
      return [
        piece(' '.repeat(widthOf(column) - text.length + (index > 0 ? gap : 0))),
        piece(text, tone),
        ...(mark ? [mark] : [piece(' '.repeat(marksOf(column)))]),
      ];
    });
  const rounds = fitting[0]?.cells.length ?? 0;
  return [
    row(({ head }) => ({ text: head, tone: 'quiet' })),
    ...Array.from({ length: rounds }, (_, index) => row(({ cells }) => cells[index]!)),
  ];
}

/** The pass of a case in a round. */
type Passes = (caseId: string, round: number) => ReportPass | undefined;

function passesOf({ passes }: Report): Passes {
  const key = (caseId: string, round: number) => `${round} ${caseId}`;
  const found = new Map(passes.map((pass) => [key(pass.case, pass.round), pass]));
  return (caseId, round) => found.get(key(caseId, round));
}

const wallOf = (pass: ReportPass | undefined): Milliseconds | undefined =>
  pass?.status === 'finished' ? pass.wall : undefined;

function columnsOf(report: Report, theme: Theme): readonly Column[] {
  const { plan, cases } = report;
  const rounds = Array.from({ length: plan.rounds }, (_, index) => index + 1);
  const table = { passes: passesOf(report), rounds, theme };
  const compared = cases.filter(({ speedup }) => speedup);
  return [
    { head: 'round', cells: rounds.map((round) => ({ text: count(round), tone: 'plain' })) },
    ...wallColumns(cases, table),
    ...compared.map(({ id, speedup }) => ({
      head: compared.length > 1 ? `${speedup!.over}/${id}` : 'speed-up',
      cells: speedupCells(id, speedup!, table),
    })),
  ];
}

type Table = {
  readonly passes: Passes;
  readonly rounds: readonly number[];
  readonly theme: Theme;
};

/** All walls in one unit, so that the eye can compare them. */
function wallColumns(
  cases: readonly ReportCase[],
  { passes, rounds, theme }: Table,
): readonly Column[] {
  const walls = cases.flatMap(({ id }) =>
    rounds.flatMap((round) => wallOf(passes(id, round)) ?? []),
  );
  const texts = walls.length > 0 ? wallsAlike(walls) : [];
  const textOf = new Map(walls.map((wall, index) => [wall, texts[index]!]));
  return cases.map((found) => ({
    head: found.id,
    cells: rounds.map((round): Cell => {
      const pass = passes(found.id, round);
      const wall = wallOf(pass);
      if (wall === undefined) {
        return { text: unfinishedText(pass), tone: 'warning' };
      }

      const isOutlier = found.outliers.some((one) => one.round === round);
      return {
        text: textOf.get(wall)!,
        tone: lookOf(found.engine, theme).tone,
        ...(isOutlier ? { mark: piece(` ${theme.marks.note}`, 'note') } : {}),
      };
    }),
  }));
}

/** "failed", "3 of 8": the tasks that finished all the same. */
const unfinishedText = (pass: ReportPass | undefined): string =>
  pass?.status === 'failed' && pass.partial
    ? `${count(pass.partial.tasks)} of ${count(pass.partial.of)}`
    : (pass?.status ?? '');

const speedupCells = (
  id: string,
  { over, round: typical }: ReportSpeedup,
  { passes, rounds, theme }: Table,
): readonly Cell[] =>
  rounds.map((round) => {
    const [before, after] = [wallOf(passes(over, round)), wallOf(passes(id, round))];
    if (before === undefined || after === undefined) {
      return { text: '', tone: 'plain' };
    }

    const text = ratio(before / after);
    return round === typical
      ? { text, tone: 'answer', mark: piece(` ${theme.straggler}`, 'answer') }
      : { text, tone: 'plain' };
  });

function captionRows(
  { cases }: Report,
  width: number,
  { straggler, marks }: Theme,
): readonly Line[] {
  const captions = [
    ...(cases.some(({ speedup }) => speedup)
      ? [`${straggler} the middle speed-up: other pages explain this round`]
      : []),
    ...(cases.some(({ outliers }) => outliers.length > 0)
      ? [`${marks.note} an outlier, far off the median of its engine`]
      : []),
  ];
  return captions.flatMap((text) => paragraph(text, width, 'quiet'));
}
