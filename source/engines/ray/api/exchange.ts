import type * as http from 'node:http';
import type { Bytes, Milliseconds } from '../../../core/units.ts';

/** An answer of any status. */
export type Answer = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
};

/** The connection was silent for longer than `TimeLimits` allow. */
export class SilentError extends Error {
  override readonly name = 'SilentError';
}

/** The answer was not complete in time, although something arrived now and then. */
export class SlowError extends Error {
  override readonly name = 'SlowError';
}

/** The answer is larger than any of Ray's to that request. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  readonly limit: Bytes;

  constructor(limit: Bytes) {
    super();
    this.limit = limit;
  }
}

/** What an answer may be at most. */
export type Most = { readonly bytes: Bytes; readonly time: Milliseconds };

/** In bytes. Of an error only the beginning is kept: it may quote whole logs. */
const mostOfError: Bytes = 64 * 2 ** 10;

/**
 * Listens to a request at once; call it before the request is sent. The function that it returns waits for the response
 * and for `use`, and rejects if they take longer than `time`. A server that switches to another protocol has answered.
 */
export function awaitResponse(request: http.ClientRequest, time: Milliseconds) {
  const response = new Promise<http.IncomingMessage>((resolve) => {
    request.once('response', resolve);
  });
  let timer: NodeJS.Timeout | undefined;
  const otherwise = new Promise<Answer>((resolve, reject) => {
    const giveUp = (error: Error) => {
      reject(error);
      request.destroy();
    };
    timer = setTimeout(() => giveUp(new SlowError()), time);
    request.once('timeout', () => giveUp(new SilentError()));
    request.on('error', reject);
    request.once('upgrade', ({ statusCode: status = 0, headers }, socket) => {
      socket.destroy();
      resolve({ status, headers, text: '' });
    });
  });
  const endLimit = () => clearTimeout(timer);
  return async <T>(
    use: (message: http.IncomingMessage, endLimit: () => void) => Promise<T>,
  ): Promise<T | Answer> => {
    const used = response.then(async (message) => use(message, endLimit));
    return Promise.race([otherwise, used]).finally(endLimit);
  };
}

/** Reads an answer whole, as far as it may be that large. */
export async function collect(message: http.IncomingMessage, most: Bytes): Promise<Answer> {
  const { statusCode: status = 0, headers } = message;
  const isError = status !== 200;
  const limit = isError ? mostOfError : most;
  if (!isError && Number(headers['content-length']) > limit) {
    message.destroy();
    throw new TooLargeError(limit);
  }

  const { chunks, size } = await read(message, limit);
  if (size > limit && !isError) {
    throw new TooLargeError(limit);
  }

  const text = Buffer.concat(chunks).toString('utf8');
  return { status, headers, text: size > limit ? wholeLines(text) : text };
}

/** Stops reading, and ends the connection, at the first piece beyond the limit. */
async function read(message: http.IncomingMessage, limit: Bytes) {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) {
      break;
    }
  }

  return { chunks, size };
}

/** Drops the last line, which was cut: half a secret in it would not be recognised. */
const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);
