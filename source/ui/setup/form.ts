import { needsCluster } from '../../core/plan/engines.ts';
import {
  defaultSettings,
  engineNames,
  ownHead,
  rangeProblem,
  type NumberField,
  type RayTarget,
  type Settings,
} from '../../core/plan/settings.ts';
import { workloadNames } from '../../core/plan/workload.ts';
import { afterAddressKey, fromSetup, takenAddress, withTarget } from './address-field.ts';
import { switched, withWorkload } from './engine-switch.ts';
import { fields, type Field, type Form } from './form-state.ts';
import type { KeyPress } from '../input/keys.ts';
import { neighbour, numberIn, stepped, type Direction } from '../input/steps.ts';

export const formOf = (settings: Settings): Form => ({
  settings,
  field: 'size',
  engine: engineNames[0],
  targets: withTarget(withTarget([settings.ray], defaultSettings.ray), {
    at: ownHead,
    from: fromSetup,
  }),
});

const letters: Readonly<Record<string, Field>> = {
  n: 'size',
  t: 'tasks',
  w: 'workers',
  r: 'repeats',
  l: 'workload',
  e: 'engines',
  a: 'address',
};

const longestNumber = 9;

/** The form after a key. A key without a meaning only clears the notice. */
export function afterKey(before: Form, key: KeyPress, cpus: number): Form {
  const { notice: _, ...form } = before;
  if (form.field === 'address') {
    return afterAddressKey(form, key) ?? adjusted(takenAddress(form), key, cpus);
  }

  if (/^\d$/.test(key)) {
    return isNumberField(form.field) ? typing(form, key) : form;
  }

  return form.typed === undefined ? adjusted(form, key, cpus) : whileTyping(form, key, cpus);
}

const isNumberField = (field: Field): field is NumberField =>
  field !== 'workload' && field !== 'engines' && field !== 'address';

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

/** Takes the typed number as the value. Out of range it stays open, with the reason. */
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
      return form.field === 'engines' ? switched(form, form.engine) : form;
    default:
      return form;
  }
}

function changed(form: Form, direction: Direction, cpus: number): Form {
  const { field, settings } = form;
  if (field === 'engines') {
    return { ...form, engine: neighbour(engineNames, form.engine, direction) };
  }

  if (field === 'workload') {
    return withWorkload(form, neighbour(workloadNames, settings.workload, direction));
  }

  return isNumberField(field)
    ? { ...form, settings: { ...settings, [field]: stepped(field, settings, { direction, cpus }) } }
    : form;
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

/** The settings for the forecast: with the number being typed, if it is in range. */
export function pendingSettings({ settings, field, typed }: Form): Settings {
  if (typed === undefined || !isNumberField(field)) {
    return settings;
  }

  const value = Number(typed);
  return rangeProblem(field, value, settings.workload) ? settings : { ...settings, [field]: value };
}

/** The cluster to ask: none while Ray is off or another address is being typed. */
export const askedTarget = ({ settings, field, typed }: Form): RayTarget | undefined =>
  needsCluster(settings.engines) && (field !== 'address' || typed === undefined)
    ? settings.ray
    : undefined;
