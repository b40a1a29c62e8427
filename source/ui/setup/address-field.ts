import { ownHead, type RayTarget } from '../../core/plan/settings.ts';
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

/** An address has no blanks and no characters beyond ASCII. */
const isOfAddress = (key: KeyPress): boolean => /^[!-~]$/.test(key);

function beginning(form: Form, key: KeyPress): Form | undefined {
  const { ray } = form.settings;
  if (isOfAddress(key)) {
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
      return undefined;
  }
}

function whileTyping(form: Form, typed: string, key: KeyPress): Form | undefined {
  const { typed: _, ...given } = form;
  if (isOfAddress(key) || key === ' ') {
    return typed.length < longestAddress
      ? { ...form, typed: typed + key }
      : { ...form, notice: `an address has ${longestAddress} characters at most.` };
  }

  switch (key) {
    case 'escape':
      return given;
    case 'backspace':
      return { ...form, typed: typed.slice(0, -1) };
    case 'enter':
      return takenAddress(form);
    case 'up':
    case 'down':
    case 'tab':
    case 'shift+tab':
      return undefined;
    default:
      return form;
  }
}

/** Takes the typed address and switches Ray on. The engine validates it. */
export function takenAddress({ typed, ...form }: Form): Form {
  const text = typed?.trim() ?? '';
  if (text === '') {
    return form;
  }

  const at = text.toLowerCase() === ownHead ? ownHead : text;
  const ray = { at, from: fromSetup };
  const targets = withTarget(form.targets, ray);
  return switchedOn({ ...form, targets, settings: { ...form.settings, ray } }, 'ray');
}

/** Adds a target unless it is already there. */
export const withTarget = (
  targets: readonly RayTarget[],
  target: RayTarget,
): readonly RayTarget[] =>
  targets.some(({ at }) => at === target.at) ? targets : [...targets, target];
