import { stripVTControlCharacters } from 'node:util';
import { parseJson, textAt } from './answers.ts';

/** Characters of foreign text that fit into a sentence. */
const maxLength = 240;

/**
 * The one line of an error body that says what happened: the last `XxxError: …` of a traceback, else the last line with
 * a letter in it. Ray answers with whole tracebacks, some inside JSON.
 */
export function causeLine(body: string): string {
  const text = textAt(parseJson(body), 'msg') ?? body;
  const lines = stripVTControlCharacters(text)
    .split(/[\r\n]+/)
    .map((line) => line.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').trim());
  const line =
    lines.findLast((line) => /^[\w.]*(Error|Exception|Timeout)\b/.test(line)) ??
    lines.findLast((line) => /\p{L}/u.test(line)) ??
    '';
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}

/** The same with a colon before it, without punctuation at its end; empty if there is none. */
export function causeOf(body: string): string {
  const line = causeLine(body).replace(/[.:]+$/, '');
  return line === '' ? '' : `: ${line}`;
}
