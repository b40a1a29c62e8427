import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { connect } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { callbackify } from 'node:util';
import { codeOf } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { RayAddress } from '../../../core/plan/ray-address.ts';
import type { Headers } from './headers.ts';

/** An answer of any status. */
export type Answer = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
};

export type Ask = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Relative to the address's base, with a leading slash. */
  readonly path: string;
  readonly headers: Headers;
  readonly body?: Uint8Array;
  /** Whether to send it again if the connection breaks; a GET always is. */
  readonly repeatable?: boolean;
};

export type StreamAsk = {
  readonly path: string;
  readonly headers: Headers;
  readonly onText: (text: string) => void;
  readonly signal: AbortSignal;
};

/** How long a connection may be silent. A POST gets longer, because Ray waits up to 10 s for its agent. */
export type IdleLimits = { readonly usual: Milliseconds; readonly post: Milliseconds };

export type RayHttp = {
  readonly ask: (ask: Ask) => Promise<Answer>;
  /** Resolves when the stream ends; at once with the answer if its status is not 200. */
  readonly stream: (ask: StreamAsk) => Promise<Answer | undefined>;
};

export type HttpRequest = {
  readonly address: RayAddress;
  /** A CA certificate, in PEM, instead of the system's. */
  readonly ca?: string;
  readonly idleLimits?: IdleLimits;
  /** Rejects if the listener cannot be trusted. Called before each connection and again before the first byte on it; every request then gets its own connection. */
  readonly admit?: () => Promise<void>;
};

/** The connection was silent for longer than `IdleLimits` allow. */
export class SilentError extends Error {
  override readonly name = 'SilentError';
}

/** In bytes. A successful answer may contain a whole log; an error message is cut. */
const sizeLimits = { answer: 64 * 2 ** 20, error: 64 * 2 ** 10 };

/** Uses node:http, not `fetch`: Ray takes that for a browser because of a header that it always sends. */
export function rayHttp({
  address,
  ca,
  idleLimits = defaultIdleLimits,
  admit,
}: HttpRequest): RayHttp {
  const secure = address.base.startsWith('https:');
  const tls = ca === undefined ? {} : { ca };
  const agent = secure
    ? new https.Agent({ keepAlive: true, ...tls })
    : new http.Agent({ keepAlive: true });
  const open = ({ method, path, headers }: Omit<Ask, 'body'>, fresh: boolean) =>
    (secure ? https : http).request(`${address.base}${path}`, {
      method,
      headers,
      timeout: method === 'POST' ? idleLimits.post : idleLimits.usual,
      ...(admit
        ? { createConnection: connectIfAdmitted(admit) }
        : { agent: fresh ? false : agent }),
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
        : readStream(open({ method: 'GET', path, headers }, true), onText, signal);
    },
  };
}

const defaultIdleLimits: IdleLimits = { usual: 10_000, post: 15_000 };

/** Calls `admit` before and after connecting: one of the two sees a listener that appears in between. */
const connectIfAdmitted =
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
  const useResponse = awaitResponse(request);
  request.end(body);
  return useResponse(collect);
}

async function readStream(
  request: http.ClientRequest,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const end = () => void request.destroy();
  signal.addEventListener('abort', end);
  try {
    const useResponse = awaitResponse(request);
    request.end();
    return await useResponse(async (message) => {
      if (message.statusCode !== 200) {
        return collect(message);
      }

      request.setTimeout(0);
      await decode(message, (text) => void (signal.aborted || onText(text)));
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

/** Listens to the request at once. The function that it returns waits for the response and for `use`. */
function awaitResponse(request: http.ClientRequest) {
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

async function collect(message: http.IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = message;
  const limit = status === 200 ? sizeLimits.answer : sizeLimits.error;
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

/** Drops the last line, which was cut: half a secret in it would not be recognised. */
const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

async function decode(
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
