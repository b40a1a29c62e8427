import { counted, duration } from '../../core/text/format.ts';
import type { SavedRun, SkippedRun } from '../../core/report/run-summary.ts';
import { emptyLine, line, piece, spaced, type Line } from '../canvas/line.ts';
import { clipped, type Paragraph } from '../canvas/paragraphs.ts';
import { itemAt, type HistoryView } from './cursor.ts';
import type { HistoryItem } from './items.ts';
import { planTexts, trustMeanings } from '../../core/history/run-texts.ts';
import type { TableRoom } from './table.ts';

/** A part of the details, which may take several rows. */
type Detail = {
  readonly lines: readonly Line[];
  /** Details with lower numbers get rows first. */
  readonly priority: number;
};

/** Why the last key was refused, and all that is known of what is under the cursor: in so many rows. */
export function detailRows(view: HistoryView, { width, rows }: TableRoom): readonly Line[] {
  const item = itemAt(view);
  const notice = view.notice
    ? clipped([{ text: `! ${view.notice}`, tone: 'warning' }], { width, height: rows })
    : [];
  const details = item ? detailsOf(item, width) : [];
  const shown = [...notice, ...chosenLines(details, rows - notice.length)];
  return Array.from({ length: rows }, (_, row) => shown[row] ?? emptyLine);
}

const detailsOf = (item: HistoryItem, width: number): readonly Detail[] =>
  item.type === 'run' ? runDetails(item.run, width) : fileDetails(item.file, width);

/** In their order, those that get rows. */
function chosenLines(details: readonly Detail[], rows: number): readonly Line[] {
  let left = rows;
  const chosen = new Map<Detail, readonly Line[]>();
  for (const detail of details.toSorted((one, other) => one.priority - other.priority)) {
    chosen.set(detail, detail.lines.slice(0, Math.max(0, left)));
    left -= detail.lines.length;
  }

  return details.flatMap((detail) => chosen.get(detail) ?? []);
}

const runDetails = (run: SavedRun, width: number): readonly Detail[] => [
  { priority: 0, lines: [row('Plan', planTexts(run), width)] },
  { priority: 4, lines: timesRows(run, width) },
  { priority: 1, lines: resultRows(run, width) },
  { priority: 5, lines: trustRows(run, width) },
  { priority: 3, lines: [row('Machine', machineTexts(run), width)] },
  {
    priority: 2,
    lines: run.note ? labelled('Note', [{ text: run.note, tone: 'plain' }], width) : [],
  },
];

const machineTexts = ({ machine, cpus, fibtui }: SavedRun): readonly string[] => [
  machine,
  counted(cpus, 'usable CPU'),
  `fibtui ${fibtui}`,
];

function timesRows({ results, plan }: SavedRun, width: number): readonly Line[] {
  const times = plan.cases.flatMap(({ id }) => {
    const wall = results?.walls[id];
    return wall === undefined ? [] : [`${id} ${duration(wall)}`];
  });
  return times.length > 0 ? [row('Times', times, width)] : [];
}

function resultRows({ verdict, finished }: SavedRun, width: number): readonly Line[] {
  const stopped = finished ? '' : 'stopped early: ';
  return labelled('Result', [{ text: `${stopped}${verdict}`, tone: 'strong' }], width);
}

const trustRows = ({ results }: SavedRun, width: number): readonly Line[] =>
  results?.trust ? [row('Trust', [trustMeanings[results.trust]], width)] : [];

const fileDetails = ({ path, reason }: SkippedRun, width: number): readonly Detail[] => [
  {
    priority: 0,
    lines: labelled('File', [{ text: `${path} ${reason}.`, tone: 'warning' }], width),
  },
];

const labelWidth = 10;

const label = (text: string) => piece(text.padEnd(labelWidth), 'quiet');

function row(name: string, [first = '', ...others]: readonly string[], width: number): Line {
  return spaced([line(label(name), first), ...others.map((part) => line(part))], width);
}

/** Enough for the sentences of a run on several engines. */
const longest = 3;

function labelled(name: string, paragraphs: readonly Paragraph[], width: number): readonly Line[] {
  return clipped(paragraphs, { width: width - labelWidth, height: longest }).map((text, index) => [
    label(index === 0 ? name : ''),
    ...text,
  ]);
}
