import { describe, failureOf } from '../../core/failure.ts';
import { rayAddress } from '../../core/plan/ray-address.ts';
import { isOwnHead, ownHead, type RayTarget } from '../../core/plan/settings.ts';
import { switched, switchedOn } from './engine-switch.ts';
import type { Form } from './form-state.ts';
import type { KeyPress } from '../input/keys.ts';
import { neighbour } from '../input/steps.ts';

/** The source named for an address that was typed. */
export const fromSetup = 'the setup screen';

const longestAddress = 200;

/** The form after a key on the address field; undefined if the key leaves the field. */
export const afterAddressKey = (form: Form, key: KeyPress): Form | undefined =>
  form.typed === undefined ? beginning(form, key) : whileTyping(form, form.typed, key);

/** Whatever can be seen is typed as it is. Whether it is an address is decided when it is taken. */
const isOfAddress = (key: KeyPress): boolean => /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(key);

function beginning(form: Form, key: KeyPress): Form | undefined {
  const { ray } = form.settings;
  if (/^\d$/.test(key)) {
    return { ...form, typed: key };
  }

  switch (key) {
    case 'backspace':
      return { ...form, typed: ray.at.slice(0, -1) };
    case ' ':
      return switched(form, 'ray');
    case 'left':
    case 'right': {
      const known = form.targets.find(({ at }) => at === ray.at) ?? ray;
      const target = neighbour(form.targets, known, key === 'left' ? -1 : 1);
      return { ...form, settings: { ...form.settings, ray: target } };
    }
    default:
      return isOfAddress(key) ? { ...form, notice: howToEdit } : undefined;
  }
}

const howToEdit = 'Backspace edits the address, a paste replaces it.';

function whileTyping(form: Form, typed: string, key: KeyPress): Form | undefined {
  const { typed: _, ...given } = form;
  if (isOfAddress(key) || key === ' ') {
    return withAdded(form, typed, key);
  }

  switch (key) {
    case 'escape':
      return given;
    case 'backspace':
      return { ...form, typed: Array.from(typed).slice(0, -1).join('') };
    case 'enter':
      return takenAddress(form);
    case 'up':
    case 'down':
    case 'tab':
    case 'shift+tab':
      return undefined;
    default:
      return {
        ...form,
        notice: 'An address is being typed: enter takes it, esc leaves it.',
      };
  }
}

/** The form after a paste. Like the first key, it replaces the address where nothing is typed. */
export const withPastedAddress = (form: Form, text: string): Form =>
  Array.from(text).every((character) => isOfAddress(character) || character === ' ')
    ? withAdded(form, form.typed ?? '', text)
    : { ...form, notice: 'The paste is no address: nothing was changed.' };

const withAdded = (form: Form, typed: string, added: string): Form =>
  typed.length + added.length <= longestAddress
    ? { ...form, typed: typed + added }
    : { ...form, notice: `An address has ${longestAddress} characters at most.` };

/** Takes the typed address and switches Ray on. What is no address stays open, with the reason. */
export function takenAddress({ typed = '', ...form }: Form): Form {
  const text = typed.trim();
  if (text === '') {
    return form;
  }

  const at = isOwnHead(text.toLowerCase()) ? ownHead : text;
  const problem = addressProblem(at);
  if (problem !== undefined) {
    return { ...form, typed, notice: problem };
  }

  const ray = { at, from: fromSetup };
  const targets = withTarget(form.targets, ray);
  return switchedOn({ ...form, targets, settings: { ...form.settings, ray } }, 'ray');
}

/** Why it is no address, in sentences; undefined if it is one. */
function addressProblem(at: string): string | undefined {
  try {
    if (at !== ownHead) {
      rayAddress(at, fromSetup);
    }

    return undefined;
  } catch (error) {
    return describe(failureOf(error)).replace(` (from ${fromSetup})`, '');
  }
}

/** Adds a target unless it is already there. */
export const withTarget = (
  targets: readonly RayTarget[],
  target: RayTarget,
): readonly RayTarget[] =>
  targets.some(({ at }) => at === target.at) ? targets : [...targets, target];
