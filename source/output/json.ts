import { fieldsOf, type SpanField, type Spans } from '../core/profile/spans.ts';
import { inChunks, jsonPieces } from './json-pieces.ts';

const indent = '  ';

/**
 * A report or other data and nothing else, indented, in pieces. Ends in a line break. Names from outside stay as they
 * are, also those that change the direction of writing: this is data. Only what a terminal or the runner of GitHub Actions
 * would obey is escaped, as JSON allows: the controls below U+0020 by JSON itself, those from U+007F to U+009F and the end
 * of `##` before a bracket here.
 */
export function* jsonOf(data: object): Iterable<string> {
  for (const chunk of inChunks(linesOf(data))) {
    yield chunk.replaceAll(/[\u007f-\u009f]|(?<=#)#(?=\[)/g, escaped);
  }
}

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function* linesOf(data: object) {
  yield* jsonPieces(data, { indent, spans: rowsOf });
  yield '\n';
}

/** A row for every task, without its answer: the pass has that. */
function* rowsOf(spans: Spans, line: string) {
  if (spans.count === 0) {
    yield '[]';
    return;
  }

  const fields = fieldsOf(spans).filter(({ name }) => name !== 'digest' && name !== 'kept');
  for (let index = 0; index < spans.count; index++) {
    yield `${index === 0 ? '[' : ','}${rowOf(fields, index, `${line}${indent}`)}`;
  }

  yield `${line}]`;
}

function rowOf(fields: readonly SpanField[], index: number, line: string): string {
  const texts = fields.flatMap(({ name, valueAt }) => {
    const value = valueAt(index);
    return value === undefined ? [] : [`${line}${indent}"${name}": ${JSON.stringify(value)}`];
  });
  return `${line}{${texts.join(',')}${line}}`;
}
