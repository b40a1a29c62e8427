import { validateHeaderName, validateHeaderValue } from 'node:http';
import { EngineError } from '../../../core/failure.ts';

export type Headers = Readonly<Record<string, string>>;

/** Parses `RAY_JOB_HEADERS`, Ray's own variable for a proxy's headers: a JSON object of names and values. */
export function jobHeaders(text: string | undefined): Headers {
  if (text === undefined || text.trim() === '') {
    return {};
  }

  const entries = Object.entries(parse(text)).map(([name, value]) => {
    if (typeof value !== 'string' || !isHeader(name, value)) {
      throw headersError('holds a header whose name or value HTTP does not allow');
    }

    if (framing.has(name.toLowerCase())) {
      throw headersError(`holds ${name}, which every request sets for itself`);
    }

    return [name.toLowerCase(), value] as const;
  });
  return Object.fromEntries(entries);
}

/** The headers that make Ray mistake a request for a browser's, which it refuses with 405. */
export const browserHeaders = (headers: Headers): readonly string[] =>
  Object.keys(headers).filter(
    (name) =>
      /^(sec-fetch-.*|origin|referer|access-control-request-.*)$/.test(name) ||
      (name === 'user-agent' && headers[name]?.startsWith('Mozilla')),
  );

const framing = new Set(['content-length', 'transfer-encoding', 'connection', 'upgrade', 'expect']);

function parse(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw headersError('is not JSON');
  }

  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw headersError('is not a JSON object');
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

/** Never quotes the values: they are usually secrets. */
const headersError = (why: string): EngineError =>
  new EngineError({
    code: 'ray-headers',
    message: `RAY_JOB_HEADERS ${why}.`,
    hint: 'Set it to an object of strings, such as {"Authorization": "Basic …"}, or unset it.',
  });
