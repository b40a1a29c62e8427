import { needsCluster } from '../../core/plan/engines.ts';
import {
  defaultSettings,
  ownHead,
  rangeProblem,
  type NumberField,
  type RayTarget,
  type Settings,
} from '../../core/plan/settings.ts';
import { workloadNames } from '../../core/plan/workload.ts';
import { parseCount } from '../../core/text/read-number.ts';
import {
  afterAddressKey,
  fromSetup,
  takenAddress,
  withPastedAddress,
  withTarget,
} from './address-field.ts';
import { switched, withWorkload } from './engine-switch.ts';
import { fields, ownEngines, type Field, type Form } from './form-state.ts';
import type { KeyPress } from '../input/keys.ts';
import { pastedLine } from '../input/pasted.ts';
import { neighbour, numberIn, stepped, type Direction } from '../input/steps.ts';
import { isOfNumber, typedProblem, withTyped } from '../input/typed-number.ts';

export const formOf = (settings: Settings): Form => ({
  settings,
  field: 'size',
  engine: ownEngines[0]!,
  targets: withTarget(withTarget([settings.ray], defaultSettings.ray), {
    at: ownHead,
    from: fromSetup,
  }),
});

/** The form after a key. A key without a meaning only clears the notice; while something is typed it says what has one. */
export function afterKey(before: Form, key: KeyPress, cpus: number): Form {
  const form = withoutNotice(before);
  if (form.field === 'address') {
    return afterAddressKey(form, key) ?? thenAdjusted(takenAddress(form), key, cpus);
  }

  if (form.typed !== undefined) {
    return whileTyping(form, form.typed, { key, cpus });
  }

  return /^\d$/.test(key) && isNumberField(form.field)
    ? { ...form, typed: key }
    : adjusted(form, key, cpus);
}

/** What was said about the last key holds until the next one. */
export function withoutNotice(before: Form): Form {
  const { notice: _, asked: __, ...form } = before;
  return form;
}

/** The form after a paste: it goes whole into a field that takes text, or nowhere, and the notice says so. */
export function afterPaste(before: Form, pasted: string): Form {
  const form = withoutNotice(before);
  const given = pastedLine(pasted);
  if (form.field !== 'address' && !isNumberField(form.field)) {
    return { ...form, notice: 'This field takes no text: nothing was pasted.' };
  }

  if ('refusal' in given) {
    return { ...form, notice: given.refusal };
  }

  if (form.field === 'address') {
    return withPastedAddress(form, given.text);
  }

  return withPastedNumber(form, given.text);
}

function withPastedNumber(form: Form, text: string): Form {
  const isNumber = isOfNumber(text) && (form.typed !== undefined || /^\d/.test(text));
  const { typed, notice } = isNumber
    ? withTyped(form.typed ?? '', text)
    : { typed: '', notice: 'The paste is no number: nothing was changed.' };
  return notice === undefined ? { ...form, typed } : { ...form, notice };
}

const isNumberField = (field: Field): field is NumberField =>
  field !== 'workload' && field !== 'engines' && field !== 'address';

/** Keys that take what is typed and do what they do elsewhere. No letter does: it could be part of a number. */
const leaving: ReadonlySet<KeyPress> = new Set(
  'up down left right tab shift+tab shift+left shift+right [ ]'.split(' '),
);

type Pressed = { readonly key: KeyPress; readonly cpus: number };

function whileTyping(form: Form, typed: string, { key, cpus }: Pressed): Form {
  const { typed: _, ...given } = form;
  switch (key) {
    case 'escape':
      return given;
    case 'backspace':
      return typed.length > 1 ? { ...form, typed: typed.slice(0, -1) } : given;
    case 'enter':
      return taken(form);
    default:
      return leaving.has(key)
        ? thenAdjusted(taken(form), key, cpus)
        : { ...form, ...withTyped(typed, key) };
  }
}

/** Does what a key does where nothing is typed, unless the typed value was refused and stays open. */
const thenAdjusted = (form: Form, key: KeyPress, cpus: number): Form =>
  form.typed === undefined ? adjusted(form, key, cpus) : form;

/** Takes the typed number as the value. What is no number or out of range stays open, with the reason. */
function taken({ typed = '', ...form }: Form): Form {
  if (!isNumberField(form.field)) {
    return form;
  }

  const problem = typedProblem(typed, form.field, form.settings.workload);
  return problem === undefined
    ? { ...form, settings: { ...form.settings, [form.field]: parseCount(typed) } }
    : { ...form, typed, notice: problem };
}

function adjusted(form: Form, key: KeyPress, cpus: number): Form {
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
    return { ...form, engine: neighbour(ownEngines, form.engine, direction) };
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

  return typedProblem(typed, field, settings.workload) === undefined
    ? { ...settings, [field]: parseCount(typed) }
    : settings;
}

/** The cluster to ask: none while Ray is off or another address is being typed. */
export const askedTarget = ({ settings, field, typed }: Form): RayTarget | undefined =>
  needsCluster(settings.engines) && (field !== 'address' || typed === undefined)
    ? settings.ray
    : undefined;
