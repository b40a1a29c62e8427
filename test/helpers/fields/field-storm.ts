import { seeded } from '../numbers/random.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { after, fields, numberFields, type Input, type Model } from './form-model.ts';
import { randomInputs } from './random-inputs.ts';

/** The flags under which the form is as the model has it at first. */
export const stormFlags = '--size 2000 --tasks 4 --workers 2 --rounds 2'.split(' ');

const first: Model = {
  field: 'Size',
  values: { Size: 2000, Tasks: 4, Workers: 2, Rounds: 2 },
  refused: false,
};

export type Storm = {
  readonly inputs: Readonly<Record<Input['type'], number>>;
  /** Numbers that were taken, each compared with the model's. */
  readonly taken: number;
  /** Keys and pastes that were refused with a sentence. */
  readonly refused: number;
};

/** So many inputs are sent at once, or fewer if one of them takes a number. */
const gust = 30;

/** Types into the form and compares it with the model, after every number that is taken. Rejects where they differ. */
export async function storm(terminal: Terminal, seed: number, most: number): Promise<Storm> {
  const next = randomInputs(seeded(seed));
  const inputs = { key: 0, paste: 0, answer: 0 };
  let [model, taken, refused, sent] = [first, 0, 0, 0];
  await terminal.until(shows(model));
  while (sent < most) {
    const chunk: string[] = [];
    const before = model.values;
    while (sent < most && chunk.length < gust && model.values === before) {
      const input = next(model);
      chunk.push(bytesOf(input));
      model = after(model, input);
      inputs[input.type]++;
      sent++;
      refused += model.refused && input.type !== 'answer' ? 1 : 0;
    }

    taken += model.values === before ? 0 : 1;
    terminal.press(...chunk);
    await terminal.until(shows(model)).catch((error: unknown) => {
      throw new Error(`${JSON.stringify(model)} after ${JSON.stringify(chunk)}: ${String(error)}`);
    });
  }

  return { inputs, taken, refused };
}

/** Escape and the pages as the terminal sends them; all others have a name there. */
const sequences: Readonly<Record<string, string>> = { escape: '\x1b[27u', pageup: '\x1b[5~' };

function bytesOf(input: Input): string {
  switch (input.type) {
    case 'key':
      return sequences[input.key] ?? input.key;
    case 'paste':
      return `\x1b[200~${input.text}\x1b[201~`;
    case 'answer':
      return input.text;
  }
}

/** Whether the screen shows what the model has: every number, the cursor, what is typed, and that something was refused. */
const shows =
  ({ field, typed, values, refused }: Model) =>
  (screen: string): boolean => {
    const rows = screen.split('\n').map((row) => row.slice(2));
    const isShown = fields.every((name) => {
      const row = rows.find((each) => each.slice(2).startsWith(`${name} `)) ?? '';
      const value = name === field && typed !== undefined ? `${typed}_` : undefined;
      const number = numberFields.find((each) => each === name);
      const unit = number === 'Size' ? ' terms' : '';
      const wanted = value ?? (number && `${values[number].toLocaleString('en')}${unit}`);
      const shown = row.slice(2 + name.length).replace(/^ +(?:\[.\] )?/, '');
      return (
        row.startsWith(name === field ? '> ' : '  ') &&
        (wanted === undefined || shown.startsWith(`${wanted}  `))
      );
    });
    return isShown && (!refused || rows.some((row) => row.startsWith('▲ ')));
  };
