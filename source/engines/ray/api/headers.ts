import { validateHeaderName, validateHeaderValue } from 'node:http';
import { EngineError } from '../../../core/failure.ts';

export type Headers = Readonly<Record<string, string>>;

/** `RAY_JOB_HEADERS`, Ray's own variable for a proxy's headers: a JSON object, names to values. */
export function jobHeaders(text: string | undefined): Headers {
  if (text === undefined || text.trim() === '') {
    return {};
  }

  const entries = Object.entries(parsed(text)).map(([name, value]) => {
    if (typeof value !== 'string' || !isHeader(name, value)) {
      throw refused('holds a header whose name or value HTTP does not allow');
    }

    if (framing.has(name.toLowerCase())) {
      throw refused(`holds ${name}, which every request sets for itself`);
    }

    return [name.toLowerCase(), value] as const;
  });
  return Object.fromEntries(entries);
}

/** Those that make Ray take a request for a browser's, which it answers with 405. */
export const browserHeaders = (headers: Headers): readonly string[] =>
  Object.keys(headers).filter(
    (name) =>
      /^(sec-fetch-.*|origin|referer|access-control-request-.*)$/.test(name) ||
      (name === 'user-agent' && headers[name]?.startsWith('Mozilla')),
  );

const framing = new Set(['content-length', 'transfer-encoding', 'connection', 'upgrade', 'expect']);

function parsed(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused('is not JSON');
  }

  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refused('is not a JSON object');
  }

  return value;
}

function isHeader(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

/** Without the values: they are secrets as a rule. */
const refused = (why: string): EngineError =>
  new EngineError({
    code: 'ray-headers',
    message: `RAY_JOB_HEADERS ${why}.`,
    hint: 'Give an object of texts, such as {"Authorization": "Basic …"}, or unset it.',
  });
