import { lookOf } from '../parts/engine-look.ts';
import { count, counted } from '../../core/text/format.ts';
import type { EngineName, Settings } from '../../core/plan/settings.ts';
import { tasksAsked } from '../../core/plan/task-count.ts';
import { fields, ownEngines, type Field, type Form } from './form-state.ts';
import { lengthOf, line, piece, spinner, type Line, type Piece } from '../canvas/line.ts';
import type { Preview } from './preview.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, ruled, type Zone } from '../canvas/zone.ts';
import { noteOn } from './plan-notes.ts';
import type { PlanView } from './plan-view.ts';
import { priorities } from './priorities.ts';

export function planZone(view: PlanView, width: number, theme: Theme): Zone {
  const rows = fields.map((field) => fieldLine(field, { ...view, width }, theme));
  return { title: line('PLAN'), priority: priorities.plan, variants: [ruled(rows), bare(rows)] };
}

const labels: Readonly<Record<Field, string>> = {
  size: 'Size',
  tasks: 'Tasks',
  workers: 'Workers',
  rounds: 'Rounds',
  workload: 'Workload',
  engines: 'Engines',
  address: 'Ray',
};

const labelWidth = 10;

/** "300,000 terms" and a blank. Longer values move their note. */
const valueWidth = 16;

/** Cells that an address leaves for its note. */
const leastNote = 14;

function fieldLine(field: Field, view: PlanView & { readonly width: number }, theme: Theme): Line {
  const { form, width } = view;
  const here = form.field === field;
  const label = `${here ? '>' : ' '} ${labels[field].padEnd(labelWidth)}`;
  const shown = line(
    piece(label, here ? 'cursor' : 'quiet'),
    ...valuePieces(field, { ...view, room: width - label.length - leastNote }, theme),
  );
  const gap = ' '.repeat(Math.max(2, label.length + valueWidth - lengthOf(shown)));
  return [...shown, piece(gap), ...noteIn(width - lengthOf(shown) - gap.length, field, view)];
}

type ValueView = PlanView & { readonly room: number };

function valuePieces(field: Field, view: ValueView, theme: Theme): Line {
  if (field === 'engines') {
    return enginePieces(view.form, theme);
  }

  if (field === 'address') {
    return rayPieces(view, theme);
  }

  const value = typedIn(field, view.form) ?? valueOf(field, view);
  return [piece(value, view.form.field === field ? 'strong' : 'plain')];
}

const box = (on: boolean): string => (on ? '[x]' : '[ ]');

/** The switch, and where Ray is. A long address loses its beginning. */
function rayPieces(view: ValueView, theme: Theme): Line {
  const { form, ray, room } = view;
  const on = ray.type !== 'off';
  const own = on ? lookOf('ray', theme).tone : 'plain';
  const tone = form.field === 'address' ? 'strong' : own;
  const typed = typedIn('address', form);
  if (typed === undefined && !on) {
    return [piece(`${box(on)} off`, tone)];
  }

  const address = inSingleCells(typed ?? form.settings.ray.at);
  const left = room - `${box(on)} `.length;
  const shown = address.length <= left ? address : `...${address.slice(3 - left)}`;
  return [piece(`${box(on)} ${shown}`, tone)];
}

/** Characters that may not be one cell wide as "?". None is part of an address that is taken. */
const inSingleCells = (address: string): string =>
  address.replaceAll(/[^ -~\u{C0}-\u{24F}\u{384}-\u{482}\u{48A}-\u{52F}]/gu, '?');

/** The longest note that fits, with a spinner in front of it while the cluster is asked. */
function noteIn(room: number, field: Field, view: PlanView): Line {
  const { form, ray } = view;
  const ofRay = field === 'address' && typedIn(field, form) === undefined ? ray.type : 'off';
  const lead: readonly Piece[] = ofRay === 'sought' ? [spinner, piece(' ')] : [];
  const left = room - lengthOf(lead);
  const note = noteOn(field, view).find(({ length }) => length <= left) ?? '';
  return [...lead, piece(note, ofRay === 'missed' ? 'warning' : 'quiet')];
}

const typedIn = (field: Field, { field: current, typed }: Form): string | undefined =>
  typed !== undefined && field === current ? `${typed}_` : undefined;

function valueOf(
  field: Exclude<Field, 'engines' | 'address'>,
  { form: { settings }, preview, cpus }: PlanView,
): string {
  switch (field) {
    case 'size':
      return counted(settings.size, 'term');
    case 'tasks':
      return tasksText(tasksAsked(settings), preview);
    case 'workers':
      return count(settings.workers === 'cpus' ? cpus : settings.workers);
    case 'rounds':
      return count(settings.rounds);
    case 'workload':
      return settings.workload;
  }
}

/** The number of tasks, or the rule until the number is known. */
function tasksText(asked: Settings['tasks'], { tasks }: Preview): string {
  const shown = tasks ?? asked;
  return typeof shown === 'number' ? count(shown) : shown;
}

function enginePieces({ settings, engine, field }: Form, theme: Theme): Line {
  return ownEngines.flatMap((name, index) => {
    const times = timesOf(name, settings);
    const again = times > 1 ? ` x${times}` : '';
    const tone = times > 0 ? lookOf(name, theme).tone : 'plain';
    const here = field === 'engines' && engine === name;
    return [
      piece(index === 0 ? '' : '  '),
      piece(`${box(times > 0)} ${name}${again}`, here ? 'cursor' : tone),
    ];
  });
}

const timesOf = (engine: EngineName, { engines }: Settings): number =>
  engines.filter((name) => name === engine).length;
