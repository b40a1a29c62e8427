import { wrapped } from '../../core/wrapped.ts';
import { count } from '../../core/format.ts';
import { engineNames } from '../../core/settings.ts';
import { fields, type Field, type Form } from '../form.ts';
import { lengthOf, line, piece, type Line } from '../line.ts';
import type { Prospect } from '../prospect.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';
import { noteOn } from './plan-notes.ts';

export type PlanView = { readonly form: Form; readonly prospect: Prospect; readonly cpus: number };

/** The fields of the plan, and below them the room in which a refusal is explained. */
export function planZone(view: PlanView, width: number, theme: Theme): Zone {
  const rows = fields.map((field) => fieldLine(field, view, width, theme));
  const notice = wrapped(noticeOf(view), width);
  const withNotice = (height: number) => [
    ...rows,
    ...Array.from({ length: height }, (_, row) => line(piece(notice[row] ?? '', 'warning'))),
  ];
  return {
    title: line('PLAN'),
    priority: 1,
    variants: [ruled(withNotice(2)), ruled(withNotice(1)), bare(withNotice(1))],
  };
}

function noticeOf({ form, prospect }: PlanView): string {
  if (form.notice !== undefined) {
    return `! ${form.notice}`;
  }

  return prospect.refused ? '! too much memory: p takes pair instead, f forces it' : '';
}

const labels: Readonly<Record<Field, readonly [name: string, symbol: string]>> = {
  size: ['Size', 'n ='],
  tasks: ['Tasks', 'N ='],
  workers: ['Workers', 'P ='],
  repeats: ['Repeats', 'R ='],
  workload: ['Workload', ''],
  engines: ['Engines', ''],
};

const valueWidth = 13;

function fieldLine(field: Field, view: PlanView, width: number, theme: Theme): Line {
  const { form } = view;
  const [name, symbol] = labels[field];
  const here = form.field === field;
  const label = `${here ? '>' : ' '} ${name.padEnd(12)}${symbol}`;
  const value = typedIn(field, form) ?? valueOf(field, view);
  const shown = line(
    piece(label, here ? 'cursor' : 'plain'),
    ...(field === 'engines'
      ? enginePieces(form, here, theme)
      : [piece(symbol === '' ? value : value.padStart(valueWidth), here ? 'strong' : 'plain')]),
    '   ',
  );
  const room = width - lengthOf(shown);
  const note = noteOn(field, view).find(({ length }) => length <= room) ?? '';
  return [...shown, piece(note, 'faint')];
}

const typedIn = (field: Field, { field: current, typed }: Form): string | undefined =>
  typed !== undefined && field === current ? `${typed}_` : undefined;

function valueOf(field: Field, { form: { settings }, prospect, cpus }: PlanView): string {
  switch (field) {
    case 'size':
      return count(settings.size);
    case 'tasks':
      return tasksText(settings.tasks, prospect);
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

/** The number in force, or the rule where it is not known yet. */
function tasksText(tasks: number | 'auto' | 'cpus', { plan }: Prospect): string {
  const known = typeof tasks === 'number' ? tasks : plan?.tasks;
  return known === undefined ? String(tasks) : count(known);
}

function enginePieces({ settings, engine }: Form, here: boolean, { mark }: Theme): Line {
  return engineNames.flatMap((name, index) => {
    const times = settings.engines.filter((other) => other === name).length;
    const box = times === 0 ? '[ ]' : '[x]';
    const again = times > 1 ? ` x${times}` : '';
    const tone = times > 0 ? name : 'faint';
    return [
      piece(index === 0 ? '' : '  '),
      piece(
        `${box} ${mark(name).letter} ${name}${again}`,
        here && engine === name ? 'cursor' : tone,
      ),
    ];
  });
}
