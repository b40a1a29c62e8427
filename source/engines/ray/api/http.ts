import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { connect } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { callbackify } from 'node:util';
import { codeOf } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { RayAddress } from '../../../core/plan/ray-address.ts';
import { awaitResponse, collect, type Answer, type Most } from './exchange.ts';
import type { Headers } from './headers.ts';
import type { Proxy } from './proxy.ts';

export type Ask = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Relative to the address's base, with a leading slash. */
  readonly path: string;
  readonly headers: Headers;
  readonly body?: Uint8Array;
  /** Whether to send it again if the connection breaks; a GET always is. */
  readonly repeatable?: boolean;
  /** How large and how long an answer may be; a little JSON if left out. */
  readonly most?: Most;
};

export type StreamAsk = {
  readonly path: string;
  readonly headers: Headers;
  readonly onText: (text: string) => void;
  readonly signal: AbortSignal;
};

/** How long a connection may be silent. A POST gets longer, because Ray waits up to 10 s for its agent. */
export type IdleLimits = { readonly usual: Milliseconds; readonly post: Milliseconds };

/** Ray's longest usual answer describes a job, with the end of its log and its command. */
const usualMost: Most = { bytes: 1_000_000, time: 30_000 };

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
  /** Replaces the time that any answer may take; for tests. */
  readonly answerLimit?: Milliseconds;
  readonly proxy?: Proxy | undefined;
  /** Rejects if the listener cannot be trusted. Called before each connection and again before the first byte on it; every request then gets its own connection. */
  readonly admit?: () => Promise<void>;
};

/** Uses node:http, not `fetch`: Ray takes that for a browser because of a header that it always sends. */
export function rayHttp(request: HttpRequest): RayHttp {
  const open = requestOpener(request);
  const { answerLimit } = request;
  const limited = (most: Most): Most =>
    answerLimit === undefined ? most : { ...most, time: answerLimit };

  return {
    async ask(ask) {
      const most = limited(ask.most ?? usualMost);
      const once = async () => exchange(open(ask, ask.method !== 'GET'), most, ask.body);
      try {
        return await once();
      } catch (error) {
        if ((ask.method === 'GET' || ask.repeatable) && isBroken(error)) {
          return once();
        }

        throw error;
      }
    },

    async stream({ path, headers, ...reading }) {
      const { time } = limited(usualMost);
      return reading.signal.aborted
        ? undefined
        : readStream(open({ method: 'GET', path, headers }, true), reading, time);
    },
  };
}

/** Opens requests that are not sent yet; a fresh one gets its own connection. */
function requestOpener(request: HttpRequest) {
  const { address, idleLimits = defaultIdleLimits, admit } = request;
  const secure = address.base.startsWith('https:');
  const tls = request.ca === undefined ? {} : { ca: request.ca };
  const agentOf = agentMaker(secure, { ...tls, ...proxyOptions(request.proxy) });
  const kept = agentOf(true);
  return ({ method, path, headers }: Omit<Ask, 'body'>, fresh: boolean) =>
    (secure ? https : http).request(`${address.base}${path}`, {
      method,
      headers,
      timeout: method === 'POST' ? idleLimits.post : idleLimits.usual,
      ...(admit
        ? { createConnection: connectIfAdmitted(admit) }
        : { agent: fresh ? agentOf(false) : kept }),
      ...tls,
    });
}

const agentMaker = (secure: boolean, options: object) => (keepAlive: boolean) =>
  secure ? new https.Agent({ ...options, keepAlive }) : new http.Agent({ ...options, keepAlive });

/** Only this one: which hosts it is for has been decided. */
const proxyOptions = (proxy: Proxy | undefined) =>
  proxy ? { proxyEnv: { http_proxy: proxy.url, https_proxy: proxy.url } } : {};

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

async function exchange(
  request: http.ClientRequest,
  most: Most,
  body?: Uint8Array,
): Promise<Answer> {
  const useResponse = awaitResponse(request, most.time);
  request.end(body);
  return useResponse(async (message) => collect(message, most.bytes));
}

/** Its head and an error have a limit of time; a log that is followed ends with the signal. */
async function readStream(
  request: http.ClientRequest,
  { onText, signal }: Pick<StreamAsk, 'onText' | 'signal'>,
  time: Milliseconds,
): Promise<Answer | undefined> {
  const end = () => void request.destroy();
  signal.addEventListener('abort', end);
  try {
    const useResponse = awaitResponse(request, time);
    request.end();
    return await useResponse(async (message, endLimit) => {
      if (message.statusCode !== 200) {
        return collect(message, 0);
      }

      endLimit();
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
