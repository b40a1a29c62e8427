import { fieldsOf, type SpanField, type Spans } from '../../../core/profile/spans.ts';
import { cells, needed } from '../shapes/span-columns.ts';

/** A piece of text has the values of this many tasks. */
const pieceLength = 4096;

/** Why spans could not be read again; undefined if they can. */
export function spansProblem(spans: Spans): string | undefined {
  for (const { name, valueAt } of fieldsOf(spans)) {
    const mayLack = !needed.has(name);
    for (let index = 0; index < spans.count; index++) {
      const value = valueAt(index);
      const problem = value === undefined && mayLack ? undefined : cells[name](value);
      if (problem !== undefined) {
        return `.${name}[${index}]${problem}`;
      }
    }
  }

  return undefined;
}

/** The JSON text of spans in columns, in pieces. */
export function* textOfSpans(spans: Spans): Generator<string> {
  const { count } = spans;
  yield `{"count":${count}`;
  for (const { name, valueAt } of fieldsOf(spans)) {
    const first = valueAt(0);
    if (isUniform(valueAt, count)) {
      yield first === undefined ? '' : `,"${name}":${JSON.stringify(first)}`;
      continue;
    }

    for (let from = 0; from < count; from += pieceLength) {
      const length = Math.min(pieceLength, count - from);
      const values = Array.from({ length }, (_, index) => valueAt(from + index) ?? null);
      yield `${from === 0 ? `,"${name}":[` : ','}${JSON.stringify(values).slice(1, -1)}`;
    }

    yield ']';
  }

  yield '}';
}

function isUniform(valueAt: SpanField['valueAt'], count: number): boolean {
  const first = valueAt(0);
  for (let index = 1; index < count; index++) {
    if (valueAt(index) !== first) {
      return false;
    }
  }

  return true;
}
