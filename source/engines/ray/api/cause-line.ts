import { stripVTControlCharacters } from 'node:util';
import { parsedJson, textAt } from './answers.ts';

/** As much of somebody else's text as fits into a sentence. */
const width = 240;

/**
 * The one line of an error's body that says what happened: a traceback's last `XxxError: …`, else
 * the last line with a word in it. Ray answers with whole tracebacks, some inside JSON.
 */
export function causeLine(body: string): string {
  const text = textAt(parsedJson(body), 'msg') ?? body;
  const lines = stripVTControlCharacters(text)
    .split(/[\r\n]+/)
    .map((line) => line.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').trim());
  const line =
    lines.findLast((line) => /^[\w.]*(Error|Exception|Timeout)\b/.test(line)) ??
    lines.findLast((line) => /\p{L}/u.test(line)) ??
    '';
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}

/** The same, ready to follow a colon and be followed by a full stop. */
export function causeOf(body: string): string {
  const line = causeLine(body).replace(/[.:]+$/, '');
  return line === '' ? '' : `: ${line}`;
}
