import { widthOf } from '../../core/text/cells.ts';
import { wrap } from '../../core/text/wrap.ts';
import { line, piece, type Line } from '../canvas/line.ts';

/** A number with its name and what it means, in one line of words. */
export type Fact = { readonly name: string; readonly value: string; readonly meaning: string };

/** A meaning in fewer cells would be a column of single words. */
const leastMeaning = 26;

const gap = 2;

/** The meanings stand beside the values, or below them where there is no room. */
export function factRows(facts: readonly Fact[], width: number): readonly Line[] {
  const columns = columnsOf(facts);
  const room = width - columns.name - columns.value;
  return facts.flatMap((fact) =>
    room >= leastMeaning ? besideRows(fact, columns, width) : belowRows(fact, columns, width),
  );
}

/** One row a fact, without meanings. */
export function briefRows(facts: readonly Fact[]): readonly Line[] {
  const columns = columnsOf(facts);
  return facts.map((fact) => headOf(fact, columns));
}

type Columns = { readonly name: number; readonly value: number };

const columnsOf = (facts: readonly Fact[]): Columns => ({
  name: Math.max(0, ...facts.map(({ name }) => widthOf(name))) + gap,
  value: Math.max(0, ...facts.map(({ value }) => widthOf(value))) + gap + 1,
});

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

const headOf = ({ name, value }: Fact, columns: Columns): Line =>
  line(padded(name, columns.name), piece(padded(value, columns.value), 'strong'));

function besideRows(fact: Fact, columns: Columns, width: number): readonly Line[] {
  const ahead = columns.name + columns.value;
  const [first = '', ...others] = wrap(fact.meaning, width - ahead);
  return [
    [...headOf(fact, columns), piece(first, 'quiet')],
    ...others.map((text) => line(' '.repeat(ahead), piece(text, 'quiet'))),
  ];
}

const belowRows = (fact: Fact, columns: Columns, width: number): readonly Line[] => [
  headOf(fact, columns),
  ...wrap(fact.meaning, width - gap).map((text) => line(' '.repeat(gap), piece(text, 'quiet'))),
];
