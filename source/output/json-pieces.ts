import type { Spans } from '../core/profile/spans.ts';

/** How a text looks where it is not plain JSON. */
export type Layout = {
  /** Added on every level of nesting; without it there are neither spaces nor line breaks. */
  readonly indent: string;
  /** The text of spans, on a level whose lines begin with `line`. */
  readonly spans: (spans: Spans, line: string) => Iterable<string>;
};

/** The text of `JSON.stringify` with this indent, in pieces, since that of a million tasks is too long for a string. */
export function* jsonPieces(
  value: unknown,
  layout: Layout,
  line = layout.indent === '' ? '' : '\n',
): Generator<string> {
  const place = { layout, line };
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value) ?? 'null';
  } else if (isSpans(value)) {
    yield* layout.spans(value, line);
  } else if (Array.isArray(value)) {
    const items = value.map((item: unknown) => ['', item] as const);
    yield* enclosed('[]', items, place);
  } else {
    const colon = layout.indent === '' ? ':' : ': ';
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => [`${JSON.stringify(name)}${colon}`, field] as const);
    yield* enclosed('{}', fields, place);
  }
}

type Items = ReadonlyArray<readonly [label: string, value: unknown]>;
type Place = { readonly layout: Layout; readonly line: string };

function* enclosed(brackets: '[]' | '{}', items: Items, { layout, line }: Place) {
  if (items.length === 0) {
    yield brackets;
    return;
  }

  const inner = `${line}${layout.indent}`;
  for (const [index, [label, value]] of items.entries()) {
    yield `${index === 0 ? brackets[0] : ','}${inner}${label}`;
    yield* jsonPieces(value, layout, inner);
  }

  yield `${line}${brackets[1]}`;
}

export const isSpans = (value: object): value is Spans =>
  'worker' in value && ArrayBuffer.isView(value.worker);

const chunkLength = 65_536;

/** Joins pieces, so that each is worth writing. */
export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= chunkLength) {
      yield chunk;
      chunk = '';
    }
  }

  yield chunk;
}
