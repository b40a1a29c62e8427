import { lookOf } from '../parts/engine-look.ts';
import { count } from '../../core/text/format.ts';
import { engineNames, type Settings } from '../../core/plan/settings.ts';
import { fields, type Field, type Form } from './form-state.ts';
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

const labels: Readonly<Record<Field, readonly [name: string, symbol: string]>> = {
  size: ['Size', 'n ='],
  tasks: ['Tasks', 'N ='],
  workers: ['Workers', 'P ='],
  rounds: ['Rounds', 'R ='],
  workload: ['Workload', ''],
  engines: ['Engines', ''],
  address: ['Ray', ''],
};

const valueWidth = 13;

/** Cells that an address leaves for its note. */
const leastNote = 14;

function fieldLine(field: Field, view: PlanView & { readonly width: number }, theme: Theme): Line {
  const { form, width } = view;
  const [name, symbol] = labels[field];
  const here = form.field === field;
  const label = `${here ? '>' : ' '} ${name.padEnd(12)}${symbol}`;
  const value = typedIn(field, form) ?? valueOf(field, view);
  const tone = here ? 'strong' : 'plain';
  const pieces: Readonly<Partial<Record<Field, () => Line>>> = {
    engines: () => enginePieces(form, here, theme),
    address: () => addressPieces(value, view, width - label.length - leastNote),
  };
  const shown = line(
    piece(label, here ? 'cursor' : 'plain'),
    ...(pieces[field]?.() ?? [piece(symbol === '' ? value : value.padStart(valueWidth), tone)]),
    '   ',
  );
  return [...shown, ...noteIn(width - lengthOf(shown), field, view)];
}

/** Cuts the beginning of a long address. The address is faint while Ray is off. */
function addressPieces(given: string, { form, ray }: PlanView, room: number): Line {
  const address = inSingleCells(given);
  const shown = address.length <= room ? address : `...${address.slice(3 - room)}`;
  const tone = ray.type === 'off' ? 'faint' : 'plain';
  return [piece(shown, form.field === 'address' ? 'strong' : tone)];
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
  return [...lead, piece(note, ofRay === 'missed' ? 'warning' : 'faint')];
}

const typedIn = (field: Field, { field: current, typed }: Form): string | undefined =>
  typed !== undefined && field === current ? `${typed}_` : undefined;

function valueOf(field: Field, { form: { settings }, preview, cpus }: PlanView): string {
  switch (field) {
    case 'size':
      return count(settings.size);
    case 'tasks':
      return tasksText(settings.tasks, preview);
    case 'workers':
      return count(settings.workers === 'cpus' ? cpus : settings.workers);
    case 'rounds':
      return count(settings.rounds);
    case 'workload':
      return settings.workload;
    case 'engines':
      return '';
    case 'address':
      return settings.ray.at;
  }
}

/** The number of tasks, or the rule until the number is known. */
function tasksText(asked: Settings['tasks'], { tasks }: Preview): string {
  const shown = tasks ?? asked;
  return typeof shown === 'number' ? count(shown) : shown;
}

function enginePieces({ settings, engine }: Form, here: boolean, theme: Theme): Line {
  return engineNames.flatMap((name, index) => {
    const times = settings.engines.filter((other) => other === name).length;
    const box = times === 0 ? '[ ]' : '[x]';
    const again = times > 1 ? ` x${times}` : '';
    const look = lookOf(name, theme);
    const tone = times > 0 ? look.tone : 'faint';
    return [
      piece(index === 0 ? '' : '  '),
      piece(`${box} ${look.letter} ${name}${again}`, here && engine === name ? 'cursor' : tone),
    ];
  });
}
