import type { EngineName } from '../../../core/plan/settings.ts';
import { engineTraits, runsHere } from '../../../core/plan/engines.ts';
import type { WorkerSample, WorkerTime } from '../../../core/profile/event.ts';
import { percent } from '../../../core/text/format.ts';
import { notReported } from '../../../core/report/trust/trust-lines.ts';
import type { Activity, RunningPass } from '../../../core/profile/state.ts';
import type { Share } from '../../../core/units.ts';
import { line, piece, type Line } from '../../canvas/line.ts';
import { percentCell } from '../../canvas/meter.ts';
import type { Theme } from '../../canvas/theme.ts';
import { bare, fixed, later, ruled, type Zone } from '../../canvas/zone.ts';
import { workerName } from '../../parts/worker-set.ts';
import { marginOf } from '../../parts/margin.ts';
import { priorities } from '../priorities.ts';

export type WorkerTimeView = {
  readonly activity: Activity;
  /** Whether the details were asked for. */
  readonly detailed: boolean;
  /** Whether the window has room for details that nobody asked for. */
  readonly large: boolean;
};

/** A detail: where the time of the finished tasks went, over all workers of the running pass. */
export function workerTimeZone(
  { activity, detailed, large }: WorkerTimeView,
  width: number,
  theme: Theme,
): Zone {
  if (!detailed && !large) {
    return fixed(bare([]));
  }

  const title = 'WHERE THEIR TIME GOES NOW';
  const margin = marginOf(width);
  const inner = width - 2 * margin.length;
  const row = activity.type === 'running' ? accountRow(activity, inner, theme) : [];
  const waits = activity.type === 'running' ? longestWait(activity.workers) : '';
  const rows = [line(margin, ...row)];
  return {
    title: waits === '' ? line(title) : line(title, '   ', piece(`! ${waits}`, 'warning')),
    priority: 0,
    variants: [
      later(detailed ? priorities.timeRule : priorities.time, ruled(rows)),
      ...(detailed ? [later(priorities.askedTime, bare(rows))] : []),
      bare([]),
    ],
  };
}

function accountRow({ case: planned, workers }: RunningPass, width: number, theme: Theme): Line {
  const time = sumOf(workers);
  if (time) {
    return accountLine(sharesOf(time), width, theme);
  }

  return line(piece(unknownText(planned.engine, workers), 'quiet'));
}

function unknownText(engine: EngineName, workers: readonly WorkerSample[]): string {
  if (engineTraits[engine].reports !== 'waiting') {
    return `not reported by ${runsHere(engine) ? 'Python' : 'Ray'}`;
  }

  return workers.some(({ tasks }) => tasks > 0)
    ? notReported
    : 'known when the first task has ended';
}

type Shares = { readonly onCpu: Share; readonly waiting: Share; readonly blocked: Share };

/** Scaled to 1: the clocks are read one after another, so the three may not add up to `run`. */
function sharesOf({ run, onCpu, waiting }: WorkerTime): Shares {
  const blocked = Math.max(0, run - onCpu - waiting);
  const whole = onCpu + waiting + blocked;
  return { onCpu: onCpu / whole, waiting: waiting / whole, blocked: blocked / whole };
}

function sumOf(workers: readonly WorkerSample[]): WorkerTime | undefined {
  const times = workers.flatMap(({ time }) => time ?? []);
  const sum = (part: keyof WorkerTime) => times.reduce((total, time) => total + time[part], 0);
  return times.length > 0
    ? { run: sum('run'), onCpu: sum('onCpu'), waiting: sum('waiting') }
    : undefined;
}

function accountLine({ onCpu, waiting, blocked }: Shares, width: number, theme: Theme): Line {
  const texts = [
    `on a CPU ${percentCell(onCpu)}   waiting ${percentCell(waiting)}   blocked ${percentCell(blocked)}`,
    `on a CPU ${percentCell(onCpu)} waiting ${percentCell(waiting)} blocked ${percentCell(blocked)}`,
  ];
  const text = texts.find(({ length }) => length + leastBar + 3 <= width) ?? texts[1]!;
  const cells = Math.max(0, width - text.length - 3);
  const [waits, stands] = [Math.round(waiting * cells), Math.round(blocked * cells)];
  const computes = Math.max(0, cells - waits - stands);
  const { time } = theme;
  return line(
    piece(time.onCpu.repeat(computes), 'load'),
    piece(time.waiting.repeat(Math.min(waits, cells)), 'warning'),
    piece(time.blocked.repeat(Math.min(stands, cells - Math.min(waits, cells))), 'faint'),
    `   ${text}`,
  );
}

const leastBar = 8;

/** A worker is named if it waits for a CPU this much, and this much more than the average. */
const long = { wait: 0.1, beyond: 0.05 } as const;

/** "w07 waits 31 % of its time for a CPU", if one waits while the others hardly do. */
function longestWait(workers: readonly WorkerSample[]): string {
  const all = sumOf(workers);
  const waits = workers.map(({ time }) => (time ? sharesOf(time).waiting : 0));
  const most = Math.max(0, ...waits);
  return all && most >= long.wait && most - sharesOf(all).waiting >= long.beyond
    ? `${workerName(waits.indexOf(most), workers.length)} waits ${percent(most)} of its time for a CPU`
    : '';
}
