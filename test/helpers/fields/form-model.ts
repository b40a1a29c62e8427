// What the fields of the setup screen are to do with keys, pastes and a terminal's answers, written a second time and
// from the outside: nothing of it comes from source/.

export const numberFields = ['Size', 'Tasks', 'Workers', 'Rounds'] as const;
export type NumberField = (typeof numberFields)[number];

export const fields = [...numberFields, 'Workload', 'Engines', 'Ray'] as const;
export type Field = (typeof fields)[number];

export type Model = {
  readonly field: Field;
  readonly typed?: string;
  readonly values: Readonly<Record<NumberField, number>>;
  /** The last key or paste was refused with a sentence. */
  readonly refused: boolean;
};

export type Input =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'answer'; readonly text: string };

const ranges: Readonly<Record<NumberField, readonly [least: bigint, most: bigint]>> = {
  Size: [0n, 300_000n],
  Tasks: [1n, 1_000_000n],
  Workers: [1n, 1024n],
  Rounds: [1n, 1000n],
};

/** Letters that do something else on this screen. */
const commands = new Set(['q', 'h', 'r', 'w']);

const moves: Readonly<Record<string, number>> = { up: -1, 'shift+tab': -1, down: 1, tab: 1 };

/** Ray's address, which backspace edits. */
const address = 'http://127.0.0.1:8265';

const isNumber = (field: Field): field is NumberField =>
  (numberFields as readonly Field[]).includes(field);

/** Whether Enter takes something here, and does not run the plan. */
export const isTyping = ({ typed }: Model): boolean => typed !== undefined;

export function after(model: Model, input: Input): Model {
  switch (input.type) {
    case 'answer':
      return model;
    case 'paste':
      return afterPaste({ ...model, refused: false }, input.text.trim());
    case 'key':
      return model.typed === undefined
        ? resting({ ...model, refused: false }, input.key)
        : typing({ ...model, refused: false }, input.key, model.typed);
  }
}

function resting(model: Model, key: string): Model {
  if (model.field === 'Ray' && (/^[0-9]$/.test(key) || key === 'backspace')) {
    return { ...model, typed: key === 'backspace' ? address.slice(0, -1) : key };
  }

  if (model.field === 'Ray' && isVisible(key) && !commands.has(key)) {
    return { ...model, refused: true };
  }

  if (isNumber(model.field) && /^[0-9]$/.test(key)) {
    return { ...model, typed: key };
  }

  return moved(model, key);
}

function moved(model: Model, key: string): Model {
  const at = fields.indexOf(model.field) + (moves[key] ?? 0) + fields.length;
  return { ...model, field: fields[at % fields.length]! };
}

function typing(model: Model, key: string, typed: string): Model {
  const { typed: _, ...rest } = model;
  if (key === 'escape') {
    return rest;
  }

  if (key === 'backspace') {
    const left = typed.slice(0, -1);
    return left === '' && rest.field !== 'Ray' ? rest : { ...rest, typed: left };
  }

  if (rest.field === 'Ray' || (key !== 'enter' && !moves[key])) {
    return added({ ...rest, typed }, key);
  }

  const value = isNumber(rest.field) ? meaning(typed) : undefined;
  const [least, most] = isNumber(rest.field) ? ranges[rest.field] : [0n, 0n];
  return value === undefined || value < least || value > most
    ? { ...rest, typed, refused: true }
    : moved({ ...rest, values: { ...rest.values, [rest.field]: Number(value) } }, key);
}

function afterPaste(model: Model, text: string): Model {
  const refused = { ...model, refused: true };
  const begins = model.typed !== undefined || model.field === 'Ray' || /^[0-9]/.test(text);
  return text === '' || !begins ? refused : added(model, text);
}

/** All of a text behind what is typed, or nothing of it. */
function added(model: Model, text: string): Model {
  const whole = (model.typed ?? '') + text;
  const fits =
    model.field === 'Ray'
      ? Array.from(text).every((each) => isVisible(each) || each === ' ') && whole.length <= 200
      : isNumber(model.field) && /^[0-9.,_kMe]+$/.test(text) && whole.length <= 11;
  return fits ? { ...model, typed: whole } : { ...model, refused: true };
}

const isVisible = (key: string): boolean => key.length === 1 && /[!-~é]/.test(key);

/** The whole number that a text stands for, in whole numbers only; undefined if it stands for none. */
export function meaning(text: string): bigint | undefined {
  const factor = /[kM]$|e[0-9]{1,3}$/.exec(text)?.[0] ?? '';
  const [whole = '', decimals, ...more] = text.slice(0, text.length - factor.length).split('.');
  const isWhole = ['', ',', '_'].some((separator) => isGrouped(whole, separator));
  const pointed = decimals !== undefined;
  if (!isWhole || more.length > 0 || (pointed && (factor === '' || !/^[0-9]+$/.test(decimals)))) {
    return undefined;
  }

  const tens = factor === '' ? 0 : ({ k: 3, M: 6 }[factor] ?? Number(factor.slice(1)));
  const digits = BigInt(whole.replaceAll(/[,_]/g, '') + (decimals ?? '')) * 10n ** BigInt(tens);
  const scale = 10n ** BigInt(decimals?.length ?? 0);
  return digits % scale === 0n ? digits / scale : undefined;
}

function isGrouped(text: string, separator: string): boolean {
  const [first = '', ...groups] = separator === '' ? [text] : text.split(separator);
  const isFirst = separator === '' ? /^[0-9]+$/ : /^[0-9]{1,3}$/;
  return isFirst.test(first) && groups.every((group) => /^[0-9]{3}$/.test(group));
}
