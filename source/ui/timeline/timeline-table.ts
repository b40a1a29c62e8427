import { count, duration, durationRange, percent } from '../../core/text/format.ts';
import { workerShares } from '../../core/timeline/worker-shares.ts';
import type { Share } from '../../core/units.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import { workerName } from '../parts/worker-set.ts';
import { factsOf, type PassFacts } from './pass-facts.ts';
import type { Drawing, ShownPass } from './selection.ts';
import { toneOf } from './timeline-cells.ts';

type Column = {
  readonly title: string;
  readonly width: number;
  readonly textOf: (pass: ShownPass, facts: PassFacts) => string;
};

const shares: readonly Column[] = (
  [
    ['on a CPU', 'onCpu'],
    ['waiting', 'waiting'],
    ['blocked', 'blocked'],
    ['no task', 'noTask'],
  ] as const
).map(([title, name]) => ({
  title,
  width: title.length + 2,
  textOf: ({ drawing }, { workers }) =>
    drawing.type === 'ended'
      ? shareText(workerShares(drawing.spans, workers.length, drawing.length - drawing.start)[name])
      : '',
}));

const shareText = (share: Share): string => (Number.isNaN(share) ? '-' : percent(share));

const tasks: Column = {
  title: 'tasks each',
  width: 12,
  textOf: ({ drawing }, { figures }) => {
    const bounds = figures?.tasks ?? tasksSoFar(drawing);
    return bounds ? countRange(bounds) : '';
  },
};

function tasksSoFar(drawing: Drawing): Bounds | undefined {
  const tasks =
    drawing.type === 'running'
      ? (drawing.history.at(-1)?.workers ?? []).map((worker) => worker.tasks)
      : [];
  return tasks.length > 0 ? { least: Math.min(...tasks), most: Math.max(...tasks) } : undefined;
}

type Bounds = { readonly least: number; readonly most: number };

/** Since the start of the pass. */
function rangeText({ drawing }: ShownPass, { least, most }: Bounds): string {
  const start = drawing.type === 'missing' ? 0 : drawing.start;
  return durationRange(start + least, start + most);
}

const countRange = ({ least, most }: Bounds): string =>
  least === most ? count(most) : `${count(least)} to ${count(most)}`;

const gap: Column = {
  title: 'longest gap',
  width: 18,
  textOf: (_, { figures, workers }) =>
    figures?.gap
      ? duration(figures.gap.length) +
        (workers.length > 1 ? ` (${workerName(figures.gap.worker, workers.length)})` : '')
      : '',
};

/** Those that need a wide window. */
const moments: readonly Column[] = [
  {
    title: 'first task starts',
    width: 22,
    textOf: (pass, { figures }) => (figures ? rangeText(pass, figures.starts) : ''),
  },
  {
    title: 'last task ends',
    width: 22,
    textOf: (pass, { figures }) => (figures ? rangeText(pass, figures.ends) : ''),
  },
];

const nameWidth = (shown: readonly ShownPass[]): number =>
  Math.max(...shown.map(({ case: { id } }) => id.length));

/** What the workers of each pass did, as numbers of the whole pass. */
export function tableLines(shown: readonly ShownPass[], width: number): readonly Line[] {
  const names = nameWidth(shown);
  const all = [tasks, ...shares, gap, ...moments];
  const columns = all.filter(
    (_, index) => names + widthOf(all.slice(0, index + 1)) <= width || index < all.length - 2,
  );
  return [
    line(piece(' '.repeat(names) + columns.map(titleCell).join(''), 'quiet')),
    ...shown.map((pass) => rowOf(pass, columns, names)),
  ];
}

const widthOf = (columns: readonly Column[]): number =>
  columns.reduce((sum, { width }) => sum + width, 0);

const titleCell = ({ title, width }: Column): string => title.padStart(width);

function rowOf(pass: ShownPass, columns: readonly Column[], names: number): Line {
  const facts = factsOf(pass);
  const texts = columns.map(({ width, textOf }) =>
    (facts ? textOf(pass, facts) : '').padStart(width),
  );
  const { id, engine } = pass.case;
  return line(piece(id.padEnd(names), toneOf(engine)), texts.join(''));
}
