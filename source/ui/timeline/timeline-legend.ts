import { exceedsRows } from '../../core/timeline/worker-groups.ts';
import { flowed, lengthOf, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { factsOf } from './pass-facts.ts';
import type { Selection } from './selection.ts';
import { markOf, toneOf, type Doing } from './timeline-cells.ts';

export type LegendView = {
  readonly selection: Selection;
  /** Whether every worker gets its own row, however many there are. */
  readonly single: boolean;
  /** Long words, or short ones in as few rows as possible. */
  readonly worded: boolean;
  readonly width: number;
};

type Meanings = Readonly<Record<Doing | 'task' | 'works' | 'partly' | 'start' | 'idle', string>>;

const long: Meanings = {
  task: 'in a task',
  works: 'makes progress',
  onCpu: 'on a CPU',
  waiting: 'waiting for a CPU',
  blocked: 'blocked',
  unknown: 'in a task, not on a CPU',
  partly: 'part of the time',
  start: 'a task starts',
  idle: 'no task',
};

const short: Meanings = {
  ...long,
  works: 'progress',
  waiting: 'waiting',
  unknown: 'not on a CPU',
  partly: 'partly',
  start: 'task starts',
};

/** The meaning of every mark. */
export function legendLines(
  { selection, single, worded, width }: LegendView,
  theme: Theme,
): readonly Line[] {
  const parts = entries({ selection, single }, worded ? long : short, theme);
  const row = parts.flatMap((part, index) => (index > 0 ? [piece('  '), ...part] : part));
  return !worded && lengthOf(row) <= width ? [row] : flowed(parts, width);
}

function entries(
  { selection: { shown }, single }: Pick<LegendView, 'selection' | 'single'>,
  meanings: Meanings,
  theme: Theme,
): readonly Line[] {
  const drawn = shown.flatMap((pass) => factsOf(pass) ?? []);
  const accounts = drawn.map((facts) => facts.accounts);
  const running = shown.some(({ drawing }) => drawing.type === 'running');
  const marked = single || drawn.some(({ workers }) => !exceedsRows(workers));
  const tone = shown.length === 1 ? toneOf(shown[0]!.case.engine) : 'plain';
  const entry = (doing: Doing, text = meanings[doing]) =>
    line(markOf(doing, theme, tone), said(text));
  const { levels, rest, timeline } = theme;
  return [
    entry(
      'onCpu',
      wordOf(
        running,
        accounts.some(({ onCpu }) => onCpu),
        meanings,
      ),
    ),
    ...(accounts.some(({ waiting }) => waiting) ? [entry('waiting'), entry('blocked')] : []),
    ...(accounts.some(({ unknown }) => unknown) ? [entry('unknown')] : []),
    line(piece(rest, 'faint'), said(meanings.idle)),
    ...(shown.some(startsLate) ? [line(piece(timeline.startUp, 'quiet'), said('starting'))] : []),
    line(piece(`${levels[1]}-${levels.at(-3)}`, tone), said(meanings.partly)),
    ...(marked ? [line(timeline.start, said(meanings.start))] : []),
  ];
}

const said = (meaning: string) => piece(` ${meaning}`, 'quiet');

const startsLate = ({ drawing }: Selection['shown'][number]): boolean =>
  drawing.type !== 'missing' && drawing.start > 0;

/** While a pass runs, only the progress of its workers is known. */
const wordOf = (running: boolean, onCpu: boolean, meanings: Meanings): string =>
  running ? meanings.works : onCpu ? meanings.onCpu : meanings.task;
