import { count } from '../core/format.ts';
import {
  engineNames,
  rangeProblem,
  type EngineName,
  type NumberField,
  type Settings,
} from '../core/settings.ts';
import { workloadNames, workloads } from '../core/workload.ts';
import type { KeyPress } from './keys.ts';
import { numberIn, stepped, type Direction } from './steps.ts';

export const fields = ['size', 'tasks', 'workers', 'repeats', 'workload', 'engines'] as const;

export type Field = (typeof fields)[number];

/** What belongs to the person's hands on the setup screen. */
export type Form = {
  readonly settings: Settings;
  readonly field: Field;
  /** Digits that are being typed into the field; absent when none are. */
  readonly typed?: string;
  /** The engine that the cursor is on. */
  readonly engine: EngineName;
  /** Why the last key was refused. */
  readonly notice?: string;
};

export const formOf = (settings: Settings): Form => ({ settings, field: 'size', engine: 'local' });

const letters: Readonly<Record<string, Field>> = {
  n: 'size',
  t: 'tasks',
  w: 'workers',
  r: 'repeats',
  l: 'workload',
  e: 'engines',
};

const longestNumber = 9;

/** The form after a key; keys that mean nothing here change nothing but the notice. */
export function afterKey(before: Form, key: KeyPress, cpus: number): Form {
  const { notice: _, ...form } = before;
  if (/^\d$/.test(key)) {
    return isNumberField(form.field) ? typing(form, key) : form;
  }

  return form.typed === undefined ? adjusted(form, key, cpus) : whileTyping(form, key, cpus);
}

const isNumberField = (field: Field): field is NumberField =>
  field !== 'workload' && field !== 'engines';

const typing = (form: Form, digit: string): Form => {
  const typed = `${form.typed ?? ''}${digit}`;
  return typed.length <= longestNumber ? { ...form, typed } : form;
};

function whileTyping(form: Form, key: KeyPress, cpus: number): Form {
  const { typed = '', ...given } = form;
  switch (key) {
    case 'escape':
      return given;
    case 'backspace':
      return typed.length > 1 ? { ...form, typed: typed.slice(0, -1) } : given;
    case 'enter':
      return taken(form);
    default: {
      const after = taken(form);
      return after.typed === undefined ? adjusted(after, key, cpus) : after;
    }
  }
}

/** What is typed becomes the value; out of range it stays open, with the reason. */
function taken({ typed = '', ...form }: Form): Form {
  if (!isNumberField(form.field)) {
    return form;
  }

  const value = Number(typed);
  const problem = rangeProblem(form.field, value, form.settings.workload);
  return problem
    ? { ...form, typed, notice: problem }
    : { ...form, settings: { ...form.settings, [form.field]: value } };
}

function adjusted(form: Form, key: KeyPress, cpus: number): Form {
  const letter = letters[key];
  if (letter) {
    return { ...form, field: letter };
  }

  switch (key) {
    case 'up':
    case 'shift+tab':
      return { ...form, field: neighbour(fields, form.field, -1) };
    case 'down':
    case 'tab':
      return { ...form, field: neighbour(fields, form.field, 1) };
    case 'left':
      return changed(form, -1, cpus);
    case 'right':
      return changed(form, 1, cpus);
    case '[':
    case 'shift+left':
      return scaled(form, (value) => Math.floor(value / 2), cpus);
    case ']':
    case 'shift+right':
      return scaled(form, (value) => value * 2, cpus);
    case ' ':
      return form.field === 'engines' ? toggled(form) : form;
    default:
      return form;
  }
}

/** The item beside another, round the ends. */
function neighbour<Item>(items: readonly Item[], item: Item, direction: Direction): Item {
  const index = (items.indexOf(item) + direction + items.length) % items.length;
  return items[index] ?? item;
}

function changed(form: Form, direction: Direction, cpus: number): Form {
  const { field, settings } = form;
  if (field === 'engines') {
    return { ...form, engine: neighbour(engineNames, form.engine, direction) };
  }

  if (field === 'workload') {
    return withWorkload(form, neighbour(workloadNames, settings.workload, direction));
  }

  return { ...form, settings: { ...settings, [field]: stepped(field, settings, direction, cpus) } };
}

/** A size that the new workload cannot do becomes its largest. */
export function withWorkload(form: Form, workload: Settings['workload']): Form {
  const { largest } = workloads[workload];
  const settings = { ...form.settings, workload };
  return settings.size <= largest
    ? { ...form, settings }
    : {
        ...form,
        settings: { ...settings, size: largest },
        notice: `${workload} goes to ${count(largest)} terms: the size was lowered.`,
      };
}

function scaled(form: Form, scale: (value: number) => number, cpus: number): Form {
  const { field, settings } = form;
  const value = isNumberField(field) ? numberIn(field, settings, cpus) : undefined;
  if (!isNumberField(field) || value === undefined) {
    return form;
  }

  const problem = rangeProblem(field, scale(value), settings.workload);
  return problem
    ? { ...form, notice: problem }
    : { ...form, settings: { ...settings, [field]: scale(value) } };
}

function toggled(form: Form): Form {
  const { engine, settings } = form;
  const on = settings.engines.includes(engine);
  const engines = on
    ? settings.engines.filter((name) => name !== engine)
    : engineNames.flatMap((name) =>
        name === engine ? [name] : settings.engines.filter((other) => other === name),
      );
  return engines.length === 0
    ? { ...form, notice: 'One engine at least must be on.' }
    : { ...form, settings: { ...settings, engines } };
}

/** The settings with what is being typed in them, so far as it is in range: what a forecast is made for. */
export function pendingSettings({ settings, field, typed }: Form): Settings {
  if (typed === undefined || !isNumberField(field)) {
    return settings;
  }

  const value = Number(typed);
  return rangeProblem(field, value, settings.workload) ? settings : { ...settings, [field]: value };
}
