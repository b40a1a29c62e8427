import { count, counted, duration, factor, factorRange } from '../../core/text/format.ts';
import type { RunPlan, SavedRun, SkippedRun } from '../../core/report/run-summary.ts';
import {
  contentHeight,
  contentWidth,
  keysWidth,
  type Picture,
  type Room,
} from '../canvas/frame.ts';
import { itemsOf, type HistoryItem, type HistoryView } from './cursor.ts';
import { fitted, line, piece, spaced, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed, heightOf, ruled } from '../canvas/zone.ts';
import { clipped, oneRow, type Paragraph } from '../canvas/paragraphs.ts';

/** One row for each saved run, and below them details of the one under the cursor. */
export function historyPicture(view: HistoryView, room: Room, theme: Theme): Picture {
  const width = contentWidth(room);
  const detail = ruled(detailRows(view, width));
  const rows = contentHeight(room) - heightOf(detail) - 1;
  return {
    trail: ['HISTORY'],
    zones: {
      head: fixed(bare([headRow(view)])),
      list: fixed(bare(listRows(view, { width, rows }))),
      detail: fixed(detail),
    },
    keys: keysLine(view, room, theme),
  };
}

function headRow({ list, at }: HistoryView): Line {
  if (!list) {
    return line(piece('reading the saved runs', 'faint'));
  }

  const { runs, skipped } = list;
  const saved = positionText(at, counted(runs.length, 'run'), runs.length);
  const files = positionText(at - runs.length, counted(skipped.length, 'file'), skipped.length);
  const damaged = skipped.length > 0 ? `, and ${files} that cannot be opened` : '';
  return line(piece(`${saved}${damaged}`, 'strong'));
}

/** "3 runs", or "2 of 3 runs" if the cursor is on one of them. */
const positionText = (at: number, text: string, length: number): string =>
  at >= 0 && at < length ? `${at + 1} of ${text}` : text;

type ListRoom = { readonly width: number; readonly rows: number };

/** The rows around the cursor. */
function listRows(view: HistoryView, { width, rows }: ListRoom): readonly Line[] {
  const items = itemsOf(view);
  if (view.list && items.length === 0) {
    const promise = view.list.unsaved ? '' : ' yet: every run that ends on this screen will be';
    return [line(`No run is saved${promise}.`)].slice(0, rows);
  }

  const numbers = numbersOf(view.list?.runs ?? []);
  const first = Math.max(0, Math.min(view.at - Math.floor(rows / 2), items.length - rows));
  const shown = items.slice(first, first + rows).map((item, row) => {
    const chosen = first + row === view.at;
    return fitted(
      [
        piece(chosen ? '> ' : '  ', 'cursor'),
        ...itemRow(item, { width: width - 2, numbers, chosen }),
      ],
      width,
    );
  });
  return [...shown, ...Array.from({ length: Math.max(0, rows - shown.length) }, () => [])];
}

/** The numbers of a plan, each as wide as its widest in the list. */
type Numbers = (plan: RunPlan) => readonly string[];

function numbersOf(runs: readonly SavedRun[]): Numbers {
  const texts = runs.map(({ plan }) => planFigures(plan));
  const widths = letters.map((_, at) =>
    Math.max(0, ...texts.map((figures) => figures[at]!.length)),
  );
  return (plan) =>
    planFigures(plan).map((text, at) => `${letters[at]} ${text.padStart(widths[at]!)}`);
}

type ItemRoom = {
  readonly width: number;
  readonly numbers: Numbers;
  readonly chosen: boolean;
};

function itemRow(item: HistoryItem, { width, numbers, chosen }: ItemRoom): Line {
  if (item.type === 'skipped') {
    return line(piece(oneRow([skippedText(item.file)], width), 'warning'));
  }

  const { when, plan } = item.run;
  const ahead = [momentText(when), ...numbers(plan)].join('  ');
  const verdict = oneRow([verdictOf(item.run)], Math.max(width - ahead.length - 2, 8));
  return line(piece(ahead, chosen ? 'strong' : 'plain'), `  ${verdict}`);
}

const verdictOf = ({ verdict, finished }: SavedRun): string =>
  finished ? verdict : `interrupted: ${verdict}`;

const skippedText = ({ path, reason }: SkippedRun): string => `${fileName(path)} ${reason}`;

const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** Size, tasks, and the largest number of workers. */
const planFigures = ({ size, tasks, cases }: RunPlan): readonly string[] =>
  [size, tasks, Math.max(...cases.map(({ workers }) => workers))].map(count);

const letters = ['n', 'N', 'P'] as const;

function planTexts(plan: RunPlan): readonly string[] {
  const { cases, workload, rounds } = plan;
  const engines = cases.map(({ id }) => id).join(', ');
  return [
    ...planFigures(plan).map((text, at) => `${letters[at]} ${text}`),
    workload,
    counted(rounds, 'round'),
    engines,
  ];
}

/** The start of a run, in the reader's time zone. */
function momentText(when: string): string {
  const date = new Date(when);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Enough for the verdict of a long plan. */
const verdictRows = 3;

function detailRows(view: HistoryView, width: number): readonly Line[] {
  const item = itemsOf(view)[view.at];
  const notice = view.notice
    ? clipped([{ text: `! ${view.notice}`, tone: 'warning' }], { width, height: verdictRows })
    : [];
  if (!item) {
    return notice;
  }

  return [
    ...(item.type === 'run' ? runRows(item.run, width) : fileRows(item.file, width)),
    ...notice,
  ];
}

function runRows(run: SavedRun, width: number): readonly Line[] {
  const { machine, cpus, plan, fibtui } = run;
  return [
    row('Machine', [machine, counted(cpus, 'usable CPU'), `fibtui ${fibtui}`], width),
    row('Plan', planTexts(plan), width),
    row('Result', resultTexts(run), width),
    ...labelled('Verdict', [{ text: verdictOf(run), tone: 'answer' }], width),
  ];
}

/** Unknown of a run that an older version judged, until it is opened. */
function resultTexts({ results }: SavedRun): readonly string[] {
  if (!results) {
    return ['–'];
  }

  const { walls, speedups, trust } = results;
  return [
    ...Object.entries(walls).map(([id, wall]) => `${id} ${duration(wall)}`),
    ...speedups.map(({ case: id, value, low, high }) => {
      const name = speedups.length > 1 ? `${id} ` : '';
      return `${name}${factor(value)} (${factorRange(low, high)})`;
    }),
    ...(trust ? [`trust ${trust}`] : []),
  ];
}

const fileRows = ({ path, reason }: SkippedRun, width: number): readonly Line[] =>
  labelled('File', [{ text: `${path} ${reason}.`, tone: 'warning' }], width);

const labelWidth = 10;

const label = (text: string) => piece(text.padEnd(labelWidth), 'faint');

function row(name: string, [first = '', ...others]: readonly string[], width: number): Line {
  return spaced([line(label(name), first), ...others.map((part) => line(part))], width);
}

function labelled(name: string, paragraphs: readonly Paragraph[], width: number): readonly Line[] {
  return clipped(paragraphs, { width: width - labelWidth, height: verdictRows }).map(
    (row, index) => [label(index === 0 ? name : ''), ...row],
  );
}

function keysLine(view: HistoryView, room: Room, { arrows }: Theme): Line {
  if (view.asking) {
    return line(piece('x again deletes it for good, any other key keeps it', 'warning'));
  }

  const item = itemsOf(view)[view.at];
  const open = item?.type === 'run' ? ['enter open'] : [];
  const keys = item ? [`${arrows.upDown} choose`, ...open, 'x delete'] : [];
  const ways = [[...keys, 'h back', '? help', 'q quit'], [...keys, 'h back', 'q quit'], keys];
  const texts = ways.map((hints) => hints.join('  '));
  return line(texts.find(({ length }) => length <= keysWidth(room)) ?? '');
}
