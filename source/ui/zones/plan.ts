import { count } from '../../core/format.ts';
import { engineNames } from '../../core/settings.ts';
import { workloads } from '../../core/workload.ts';
import { fields, type Field, type Form } from '../form.ts';
import { line, piece, wrapped, type Line } from '../line.ts';
import type { Prospect } from '../prospect.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';

export type PlanView = { readonly form: Form; readonly prospect: Prospect; readonly cpus: number };

/** The fields of the plan, and below them the room in which a refusal is explained. */
export function planZone(view: PlanView, width: number, theme: Theme): Zone {
  const rows = fields.map((field) => fieldLine(field, view, theme));
  const notice = noticeLines(view, width);
  const lines = [...rows, ...notice];
  return { title: line('PLAN'), priority: 0, variants: [ruled(lines), bare(lines)] };
}

const longestNotice = 75;

/** As many rows as the longest sentence needs, so that nothing moves when one appears. */
function noticeLines({ form, prospect }: PlanView, width: number): readonly Line[] {
  const text = form.notice ?? (prospect.refused ? tooMuch(prospect) : '');
  const rows = width < longestNotice ? 2 : 1;
  const shown = text === '' ? [] : wrapped(`! ${text}`, width);
  return Array.from({ length: rows }, (_, row) => line(piece(shown[row] ?? '', 'warning')));
}

const tooMuch = ({ workload }: Prospect): string =>
  `${workload} would not fit: p takes pair instead, f runs it all the same`;

const labels: Readonly<Record<Field, readonly [name: string, symbol: string]>> = {
  size: ['Size', 'n ='],
  tasks: ['Tasks', 'N ='],
  workers: ['Workers', 'P ='],
  repeats: ['Repeats', 'R ='],
  workload: ['Workload', ''],
  engines: ['Engines', ''],
};

const valueWidth = 13;

function fieldLine(field: Field, view: PlanView, theme: Theme): Line {
  const { form } = view;
  const [name, symbol] = labels[field];
  const here = form.field === field;
  const value = typedIn(field, form) ?? valueOf(field, view);
  const label = `${here ? '>' : ' '} ${name.padEnd(12)}${symbol}`;
  return line(
    piece(label, here ? 'cursor' : 'plain'),
    ...(field === 'engines'
      ? enginePieces(form, here, theme)
      : [piece(symbol === '' ? value : value.padStart(valueWidth), here ? 'strong' : 'plain')]),
    piece(`   ${noteOn(field, view)}`, 'faint'),
  );
}

const typedIn = (field: Field, { field: current, typed }: Form): string | undefined =>
  typed !== undefined && field === current ? `${typed}_` : undefined;

function valueOf(field: Field, { form: { settings }, prospect, cpus }: PlanView): string {
  switch (field) {
    case 'size':
      return count(settings.size);
    case 'tasks':
      return typeof settings.tasks === 'number'
        ? count(settings.tasks)
        : count(prospect.plan?.tasks ?? 0).replace(/^0$/, settings.tasks);
    case 'workers':
      return count(settings.workers === 'cpus' ? cpus : settings.workers);
    case 'repeats':
      return count(settings.repeats);
    case 'workload':
      return settings.workload;
    case 'engines':
      return '';
  }
}

function enginePieces({ settings, engine }: Form, here: boolean, theme: Theme): Line {
  return engineNames.flatMap((name, index) => {
    const times = settings.engines.filter((other) => other === name).length;
    const box = times === 0 ? '[ ]' : '[x]';
    const again = times > 1 ? ` x${times}` : '';
    const under = here && engine === name;
    return [
      piece(index === 0 ? '' : '  '),
      piece(
        `${box} ${theme.mark(name).letter} ${name}${again}`,
        under ? 'cursor' : times > 0 ? name : 'faint',
      ),
    ];
  });
}

function noteOn(field: Field, { form: { settings }, prospect, cpus }: PlanView): string {
  switch (field) {
    case 'size':
      return 'terms of one sequence';
    case 'tasks':
      return tasksNote(settings.tasks, prospect, cpus);
    case 'workers':
      return workersNote(settings.workers, cpus);
    case 'repeats':
      return settings.repeats < 5
        ? 'too few for a verdict: it takes 5'
        : 'interleaved; median and its interval';
    case 'workload':
      return workloads[settings.workload].summary;
    case 'engines':
      return '';
  }
}

function tasksNote(tasks: number | 'auto' | 'cpus', { plan }: Prospect, cpus: number): string {
  switch (tasks) {
    case 'auto':
      return plan ? `auto: ${count(plan.tasks / cpus)} per usable CPU` : 'auto';
    case 'cpus':
      return 'one per usable CPU';
    default:
      return 'sequences in a pass';
  }
}

function workersNote(workers: number | 'cpus', cpus: number): string {
  if (workers === 'cpus' || workers === cpus) {
    return 'one per usable CPU';
  }

  return workers > cpus ? `on ${cpus} usable CPUs: they take turns` : `of ${cpus} usable CPUs`;
}
