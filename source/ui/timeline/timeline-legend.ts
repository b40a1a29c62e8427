import { count, counted, duration, durationRange } from '../../core/text/format.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import type { TimeAccounts } from '../../core/timeline/timeline.ts';
import type { TimelineFigures } from '../../core/timeline/timeline-figures.ts';
import type { Share } from '../../core/units.ts';
import { emptyLine, flowed, lengthOf, line, piece, spaced, type Line } from '../canvas/line.ts';
import { percentCell } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';
import { fillsOf, type Doing } from './timeline-cells.ts';
import { workerName } from '../parts/worker-set.ts';

export type LegendView = {
  readonly engine: EngineName;
  readonly accounts: TimeAccounts;
  /** Whether a row stands for a single worker. */
  readonly single: boolean;
  /** Shares of the visible time. */
  readonly shares: Readonly<Record<Doing, Share>>;
  /** Short words, in as few rows as possible. */
  readonly dense: boolean;
};

type Meanings = Readonly<Record<Doing | 'task' | 'partly' | 'start', string>>;

const long: Meanings = {
  task: 'in a task',
  onCpu: 'on a CPU',
  waiting: 'waiting for a CPU',
  blocked: 'blocked',
  unknown: 'unknown',
  partly: 'part of the time',
  start: 'a task starts',
};

const short: Meanings = {
  task: 'in a task',
  onCpu: 'CPU',
  waiting: 'wait',
  blocked: 'block',
  unknown: 'unknown',
  partly: 'part',
  start: 'start',
};

/** The meaning of every glyph, and its share of the time. */
export function legendLines(view: LegendView, width: number, theme: Theme): readonly Line[] {
  const { dense } = view;
  const parts = entries(view, dense ? short : long, theme);
  const row = parts.flatMap((part, index) => (index > 0 ? [piece('  '), ...part] : part));
  return dense && lengthOf(row) <= width ? [row] : flowed(parts, width);
}

function entries(
  { engine, accounts, single, shares }: LegendView,
  meanings: Meanings,
  theme: Theme,
) {
  const fills = fillsOf(engine, theme);
  const entry = (doing: Doing, text = meanings[doing]): Line =>
    line(fills[doing], ` ${text} ${percentCell(shares[doing])}`);
  const busy = shares.onCpu + shares.waiting + shares.blocked + shares.unknown;
  const { levels, rest, timeline } = theme;
  return [
    entry('onCpu', accounts.onCpu ? meanings.onCpu : meanings.task),
    ...(accounts.waiting ? [entry('waiting'), entry('blocked')] : []),
    ...(accounts.unknown ? [entry('unknown')] : []),
    line(piece(rest, 'faint'), ` idle ${percentCell(1 - Math.min(busy, 1))}`),
    line(piece(`${levels[1]}-${levels.at(-2)}`, fills.onCpu.tone), ` ${meanings.partly}`),
    ...(single ? [line(`${timeline.start} ${meanings.start}`)] : []),
  ];
}

export type FiguresRoom = {
  readonly workers: number;
  /** All figures in as many rows as they need, or only those that fit in one row. */
  readonly whole: boolean;
  readonly width: number;
};

/** The pass in numbers. */
export function figureLines(
  figures: TimelineFigures | undefined,
  { workers, whole, width }: FiguresRoom,
): readonly Line[] {
  if (!figures) {
    return [];
  }

  const { tasks, starts, ends, gap } = figures;
  const many = workers > 1;
  const least = tasks.least === tasks.most ? '' : `${count(tasks.least)} to `;
  const parts = [
    `${least}${counted(tasks.most, 'task')}${many ? ' a worker' : ''}`,
    `first start ${durationRange(starts.least, starts.most)}`,
    `last end ${durationRange(ends.least, ends.most)}`,
    ...(gap
      ? [
          `longest gap ${duration(gap.length)}${many ? ` (${workerName(gap.worker, workers)})` : ''}`,
        ]
      : []),
  ].map((text) => line(piece(text, 'faint')));
  return whole ? flowed(parts, width) : [spaced(parts, width)].filter((row) => row !== emptyLine);
}
