import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { connect } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { callbackify } from 'node:util';
import { codeOf } from '../../../core/failure.ts';
import type { RayAddress } from './address.ts';
import type { Headers } from './headers.ts';

/** What came back, whatever its status. */
export type Answer = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
};

export type Ask = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the address's base, with a slash before it. */
  readonly path: string;
  readonly headers: Headers;
  readonly body?: Uint8Array;
  /** Whether it may be sent again where the connection breaks; a GET always is. */
  readonly repeatable?: boolean;
};

export type StreamAsk = {
  readonly path: string;
  readonly headers: Headers;
  readonly onText: (text: string) => void;
  readonly signal: AbortSignal;
};

/** Milliseconds without a byte; a POST waits longer, since Ray waits up to 10 s for its agent. */
export type Patience = { readonly idle: number; readonly post: number };

export type RayHttp = {
  readonly ask: (ask: Ask) => Promise<Answer>;
  /** Resolves with an answer that is no stream (any status but 200), else when the stream ends. */
  readonly stream: (ask: StreamAsk) => Promise<Answer | undefined>;
};

export type HttpRequest = {
  readonly address: RayAddress;
  /** A certificate authority's, in PEM, instead of the system's. */
  readonly ca?: string;
  readonly patience?: Patience;
  /** Whether to trust who listens there: asked before each connection, and before the first byte on it; rejects where not. Every request then has a connection of its own. */
  readonly admit?: () => Promise<void>;
};

/** Nothing came for longer than `Patience` allows. */
export class SilentError extends Error {
  override readonly name = 'SilentError';
}

/** An answer that is no error may be as large as a log; one that is has said enough by then. */
const limits = { answer: 64 * 2 ** 20, error: 64 * 2 ** 10 };

/** On node:http and node:https: Ray takes Node's `fetch`, by a header it always sends, for a browser. */
export function rayHttp({ address, ca, patience = usual, admit }: HttpRequest): RayHttp {
  const secure = address.base.startsWith('https:');
  const tls = ca === undefined ? {} : { ca };
  const agent = secure
    ? new https.Agent({ keepAlive: true, ...tls })
    : new http.Agent({ keepAlive: true });
  const open = ({ method, path, headers }: Omit<Ask, 'body'>, fresh: boolean) =>
    (secure ? https : http).request(`${address.base}${path}`, {
      method,
      headers,
      timeout: method === 'POST' ? patience.post : patience.idle,
      ...(admit ? { createConnection: admitted(admit) } : { agent: fresh ? false : agent }),
      ...tls,
    });

  return {
    async ask(ask) {
      const once = async () => exchange(open(ask, ask.method !== 'GET'), ask.body);
      try {
        return await once();
      } catch (error) {
        if ((ask.method === 'GET' || ask.repeatable) && isBroken(error)) {
          return once();
        }

        throw error;
      }
    },

    async stream({ path, headers, onText, signal }) {
      return signal.aborted
        ? undefined
        : follow(open({ method: 'GET', path, headers }, true), onText, signal);
    },
  };
}

const usual: Patience = { idle: 10_000, post: 15_000 };

/** Connects only where `admit` resolves before and after: a listener that came in between is seen by one of the two. */
const admitted =
  (admit: () => Promise<void>): http.RequestOptions['createConnection'] =>
  ({ port, host }, done) => {
    const open = async () => {
      await admit();
      const socket = connect({ port: Number(port), host: host ?? '' });
      try {
        await once(socket, 'connect');
        await admit();
        return socket;
      } catch (error) {
        socket.destroy();
        throw error;
      }
    };
    callbackify(open)(done);
    return undefined;
  };

const isBroken = (error: unknown): boolean => ['ECONNRESET', 'EPIPE'].includes(codeOf(error) ?? '');

async function exchange(request: http.ClientRequest, body?: Uint8Array): Promise<Answer> {
  const response = answered(request);
  request.end(body);
  return response(collected);
}

async function follow(
  request: http.ClientRequest,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const end = () => void request.destroy();
  signal.addEventListener('abort', end);
  try {
    const response = answered(request);
    request.end();
    return await response(async (message) => {
      if (message.statusCode !== 200) {
        return collected(message);
      }

      request.setTimeout(0);
      await decoded(message, (text) => void (signal.aborted || onText(text)));
      return undefined;
    });
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }

    throw error;
  } finally {
    signal.removeEventListener('abort', end);
    request.destroy();
  }
}

/** Takes the request's events at once; what it gives waits for the answer, and for what is done with it. */
function answered(request: http.ClientRequest) {
  const response = new Promise<http.IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
  });
  const silence = new Promise<never>((_resolve, reject) => {
    request.once('timeout', () => {
      reject(new SilentError());
      request.destroy();
    });
  });
  return async <T>(use: (message: http.IncomingMessage) => Promise<T>): Promise<T> =>
    Promise.race([silence, response.then(use)]);
}

async function collected(message: http.IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = message;
  const limit = status === 200 ? limits.answer : limits.error;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) {
      break;
    }
  }

  const text = Buffer.concat(chunks).toString('utf8');
  return { status, headers, text: size > limit ? wholeLines(text) : text };
}

/** Without the line that was cut: half a secret would not be found in it. */
const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

async function decoded(
  message: http.IncomingMessage,
  onText: (text: string) => void,
): Promise<void> {
  const decoder = new StringDecoder('utf8');
  for await (const chunk of message as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk);
    if (text !== '') {
      onText(text);
    }
  }

  const rest = decoder.end();
  if (rest !== '') {
    onText(rest);
  }
}
