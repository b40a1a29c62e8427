import type { WorkerSample } from '../../core/event.ts';
import type { Case } from '../../core/plan.ts';
import type { ProfileState } from '../../core/state.ts';
import { caseMemory } from '../../core/plan.ts';
import { bytes } from '../../core/format.ts';
import { cellRows, gridVariants } from '../grid.ts';
import { line, piece, spinner, type Line } from '../line.ts';
import { level, meter, percentCell } from '../meter.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Variant, type Zone } from '../zone.ts';

const narrowest = 34;

/** A bar for every worker of the pass that runs; room for those of the widest case is always kept. */
export function workersZone(
  { plan, activity }: ProfileState,
  width: number,
  theme: Theme,
  priority: number,
): Zone {
  const most = Math.max(...plan.cases.map(({ workers }) => workers));
  const running = activity.type === 'running' ? activity : undefined;
  const planned = running?.pass.case;
  const digits = String(most).length;
  const row = (index: number, cells: number): Line =>
    planned && index < planned.workers
      ? workerRow(index, { sample: running?.workers[index], planned, digits, width: cells }, theme)
      : [];
  const cells = cellRows(
    most,
    width,
    (first) => `w${String(first + 1).padStart(digits, '0')}`,
    (index) =>
      planned && index < planned.workers
        ? level(running?.workers[index]?.share ?? 0, planned.engine, theme)
        : line(' '),
  );
  const variants = [
    ...gridVariants(most, width, narrowest, row),
    { ...ruled(cells), title: titleOf(planned, width, aboutCells) },
    bare(cells),
  ];
  return {
    title: titleOf(planned, width, aboutRows),
    priority,
    variants: running
      ? variants
      : variants.map((variant) => waiting(variant, activity, plan.cases)),
  };
}

const aboutRows = ['worker · share of the pass · tasks done · CPU', 'share · tasks · CPU'];
const aboutCells = ['1 cell = 1 worker and its share of the pass', '1 cell = 1 worker'];

/** Says what is drawn, as far as there is room: the longest of the texts that fits. */
function titleOf(planned: Case | undefined, width: number, texts: readonly string[]): Line {
  if (!planned) {
    return line('WORKERS');
  }

  const name = planned.id.toUpperCase();
  const text = texts.find(({ length }) => name.length + length + 8 <= width) ?? '';
  return line(piece(name, planned.engine), `   ${text}`);
}

type RowView = {
  readonly sample: WorkerSample | undefined;
  readonly planned: Case;
  readonly digits: number;
  readonly width: number;
};

function workerRow(index: number, { sample, planned, digits, width }: RowView, theme: Theme): Line {
  const { share = 0, tasks = 0, cpu } = sample ?? {};
  const label = `w${String(index + 1).padStart(digits, '0')}  `;
  const place = cpu === undefined ? (sample ? 'n/a' : '') : `cpu${cpu}`;
  const end = ` ${percentCell(share)} ${String(tasks).padStart(6)}  ${place.padEnd(6)}`;
  const fill = { glyph: theme.mark(planned.engine).fill, tone: planned.engine };
  return line(label, ...meter(share, width - label.length - end.length, fill, theme), end);
}

/** The same room, with the one thing that happens while nothing is measured. */
function waiting(
  { lines, ...variant }: Variant,
  activity: ProfileState['activity'],
  cases: readonly Case[],
): Variant {
  const text = waitingText(activity, cases);
  return {
    ...variant,
    lines: lines.map((_, row) => (row === 0 ? line(spinner, ` ${text}`) : [])),
  };
}

function waitingText(activity: ProfileState['activity'], cases: readonly Case[]): string {
  const planned = activity.type === 'warming-up' && cases.find(({ id }) => id === activity.case);
  if (!planned) {
    return activity.type === 'ended' ? 'done' : 'getting ready';
  }

  const who = planned.workers === 1 ? '1 worker' : `${planned.workers} workers`;
  return `warming up ${planned.id}: ${who}, ${bytes(caseMemory(planned))}`;
}
