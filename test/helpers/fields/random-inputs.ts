import { terminalAnswers } from '../terminal/terminal-answers.ts';
import { fields, isTyping, numberFields, type Input, type Model } from './form-model.ts';

const answers = Object.values(terminalAnswers);

const digits = '0123456789'.split('');
const ofNumbers = [...digits, ...digits, ',', '_', '.', 'k', 'M', 'e'];
const anywhere = 'n t r l e a x K m - + é escape backspace up down tab shift+tab pageup'.split(' ');
/** Where nothing is typed these quit, open the history or run the plan. */
const onlyTyping = ['q', 'h', 'w', 'enter', 'enter', 'enter', 'enter'];
/** The address of Ray is typed, but never taken: nobody is to be asked. */
const leavingAddress = new Set(['enter', 'up', 'down', 'tab', 'shift+tab']);

const junk = [
  'http://queue.example:8265',
  'q',
  'qqh',
  '5\n6',
  '  7  ',
  '50 000',
  '\t',
  '1\u00035',
  '\u001B[A',
  '5\u202E0',
  'é',
  '9'.repeat(300),
];

const pressed = (key: string): Input => ({ type: 'key', key });

/** Inputs of a person and a terminal: whole numbers in any style, loose keys, pastes of anything, and answers. */
export function randomInputs(random: () => number): (model: Model) => Input {
  const below = (most: number) => Math.floor(random() * most);
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  let waiting: Input[] = [];

  /** Goes to a field, types or pastes a number there, and mostly takes it. */
  const begun = ({ field }: Model): readonly Input[] => {
    const steps = fields.length - fields.indexOf(field) + fields.indexOf(oneOf(numberFields));
    const way = ['escape', ...Array.from({ length: steps % fields.length }, () => 'down')];
    const text = spelled(Math.floor(10 ** (random() * 6.2)), oneOf(styles));
    const number: readonly Input[] =
      random() < 0.3
        ? [{ type: 'paste', text }]
        : Array.from(text, (key) => ({ type: 'key', key }) as const);
    return [...way.map(pressed), ...number, ...(random() < 0.8 ? [pressed('enter')] : [])];
  };

  const loose = (model: Model): Input => {
    const keys = [...ofNumbers, ...anywhere, ...(isTyping(model) ? onlyTyping : [])];
    return pressed(oneOf(keys));
  };

  const next = (model: Model): Input => {
    const dice = random();
    if (dice < 0.25) {
      return { type: 'answer', text: oneOf(answers) };
    }

    if (dice < 0.32) {
      return {
        type: 'paste',
        text: random() < 0.5 ? oneOf(junk) : spelled(below(400_000), oneOf(styles)),
      };
    }

    if (waiting.length === 0 && dice < 0.5) {
      waiting = [...begun(model)];
    }

    return waiting.shift() ?? loose(model);
  };

  return (model) => allowed(next(model), model);
}

/** A key in place of one that would leave the form, or send something to an address. */
function allowed(input: Input, model: Model): Input {
  const key = input.type === 'key' ? input.key : '';
  const isLong = model.field === 'Ray' && (model.typed?.length ?? 0) > 30;
  const leaves = isTyping(model)
    ? isLong || (model.field === 'Ray' && leavingAddress.has(key))
    : key === 'enter' || key === 'q' || key === 'h' || key === 'w';
  return leaves ? pressed('escape') : input;
}

const styles = [
  'plain',
  'commas',
  'underscores',
  'k',
  'point k',
  'M',
  'exponent',
  'points',
] as const;
type Style = (typeof styles)[number];

/** A number as people write it, right or wrong. */
function spelled(value: number, style: Style): string {
  const grouped = value.toLocaleString('en');
  const text = String(value);
  switch (style) {
    case 'plain':
      return text;
    case 'commas':
      return grouped;
    case 'underscores':
      return grouped.replaceAll(',', '_');
    case 'k':
      return `${Math.ceil(value / 1000)}k`;
    case 'point k':
      return `${value / 1000}k`;
    case 'M':
      return `${value / 1e6}M`;
    case 'exponent':
      return `${text[0]}.${text.slice(1, 3)}0e${text.length - 1}`;
    case 'points':
      return grouped.replaceAll(',', '.');
  }
}
