import { codeOf, EngineError } from '../../../core/failure.ts';
import { textAt, parseJson } from './answers.ts';
import type { RayAddress } from '../../../core/plan/ray-address.ts';
import { browserHeaders, type Headers } from './headers.ts';
import { SilentError, SlowError, TooLargeError, type Answer } from './exchange.ts';
import { rayHttp, type Ask, type HttpRequest } from './http.ts';
import { type Endpoint } from './endpoint.ts';
import { answerFailure, isPage, notRay } from './http-failures.ts';
import { networkFailure } from './network-failures.ts';
import { redact, redactParts, type Redact } from './redact.ts';
import { isWithheld, type RayToken } from './token.ts';

export type RayAccess = HttpRequest & {
  readonly address: RayAddress;
  /** `fibtui/0.1.0`. */
  readonly userAgent: string;
  readonly token?: RayToken | undefined;
  /** The result of `jobHeaders`. */
  readonly headers?: Headers;
};

export type RayMode = 'disabled' | 'token';

export type Call = Pick<Ask, 'method' | 'path' | 'repeatable' | 'most'> & {
  readonly body?: { readonly type: string; readonly bytes: Uint8Array };
};

/** Sends requests with fibtui's credentials; a request that gets no answer rejects with an `EngineError` without secrets. */
export type RayClient = {
  readonly mode: () => Promise<RayMode>;
  /** Resolves with an answer of any status. */
  readonly ask: (call: Call) => Promise<Answer>;
  readonly stream: (request: StreamCall) => Promise<void>;
  /** The error for an answer that is not a success. */
  readonly answerError: (answer: Answer, ray?: string) => EngineError;
  /** Hides all secrets that were sent. */
  readonly clean: Redact;
  /** Hides them in a whole answer or a log, unless one is so short that it may be a word there. */
  readonly hideLong: Redact;
};

type StreamCall = {
  readonly path: string;
  readonly onText: (text: string) => void;
  readonly signal: AbortSignal;
};

export function rayClient(access: RayAccess): RayClient {
  const { address, token } = access;
  const http = rayHttp(access);
  const endpoint = endpointOf(access);
  const clean = redact(secretsOf(access));
  const hideLong = redact(longSecretsOf(access));
  const answerError = (answer: Answer, ray?: string) =>
    cleanError(answerFailure(answer, { ...endpoint, ...(ray !== undefined && { ray }) }), clean);

  const mode = retryable(async () => {
    const answer = await mapErrors(http.ask(modeRequest(access)), address);
    const mode = modeOf(answer, token);
    if (!mode) {
      throw answer.status === 200 ? new EngineError(notRay(answer, endpoint)) : answerError(answer);
    }

    return mode;
  });
  /** Sends the token only to a cluster that asks for one. */
  const tokenToSend = async () =>
    token && !isWithheld(token, address) && (await mode()) === 'token' ? token.reveal() : undefined;

  return {
    mode,
    clean,
    hideLong,
    answerError,
    async ask({ body, ...call }) {
      const headers = headersOf(access, await tokenToSend(), body);
      return mapErrors(http.ask({ ...call, headers, ...(body && { body: body.bytes }) }), address);
    },
    async stream({ path, onText, signal }) {
      const headers = headersOf(access, await tokenToSend());
      const show = filterBy(redactParts(longSecretsOf(access)), onText);
      const answer = await mapErrors(http.stream({ path, headers, onText: show, signal }), address);
      if (answer) {
        throw answerError(answer);
      }
    },
  };
}

/** The authentication mode that a cluster reports; undefined if unknown. */
function modeOf(answer: Answer, token: RayToken | undefined): RayMode | undefined {
  switch (answer.status) {
    case 200: {
      const mode = textAt(parseJson(answer.text), 'authentication_mode');
      return mode === undefined || mode === 'disabled' ? mode : 'token';
    }

    // This Ray is older than tokens.
    case 404:
      return isPage(answer) ? undefined : 'disabled';
    // Ray itself answers this without a token, so a proxy in front of it asks for credentials.
    case 401:
    case 403:
      return token?.explicit ? 'token' : undefined;
    default:
      return undefined;
  }
}

const filterBy = (redact: Redact, onText: (text: string) => void) => (text: string) => {
  const shown = redact(text);
  if (shown !== '') {
    onText(shown);
  }
};

/** Runs `request` once and remembers its result; runs it again only after a failure. */
function retryable<T>(request: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | undefined;
  return async () => {
    current ??= request();
    try {
      return await current;
    } catch (error) {
      current = undefined;
      throw error;
    }
  };
}

const modeRequest = (access: RayAccess): Ask => ({
  method: 'GET',
  path: '/api/authentication_mode',
  headers: headersOf(access, undefined),
});

/** `RAY_JOB_HEADERS` take precedence. If they set Authorization for a proxy, the token goes into Ray's own header. */
function headersOf(access: RayAccess, token?: string, body?: Call['body']): Headers {
  const own = access.headers ?? {};
  return {
    accept: '*/*',
    'user-agent': access.userAgent,
    ...own,
    ...(token && {
      ['authorization' in own ? 'x-ray-authorization' : 'authorization']: `Bearer ${token}`,
    }),
    ...(body && { 'content-type': body.type, 'content-length': String(body.bytes.length) }),
  };
}

/** Values that may not appear on the screen; a header value under 8 characters does not count as a secret. */
const secretsOf = ({ token, headers = {} }: RayAccess): readonly string[] => [
  ...(token ? [token.reveal()] : []),
  ...Object.values(headers)
    .flatMap((value) => [value, value.split(' ').at(-1) ?? ''])
    .filter((value) => value.length >= 8),
];

/** The same without a short token. */
const longSecretsOf = (access: RayAccess): readonly string[] =>
  secretsOf(access).filter((secret) => secret.length >= 8);

const endpointOf = ({ address, token, headers = {} }: RayAccess): Endpoint => ({
  address,
  browserHeaders: browserHeaders(headers),
  ...(token && { token: { from: token.from, withheld: isWithheld(token, address) } }),
});

const cleanError = ({ code, message, hint }: EngineError['failure'], clean: Redact): EngineError =>
  new EngineError({ code, message: clean(message), hint });

const noAnswers = [SilentError, SlowError, TooLargeError];

/** Turns network errors into an `EngineError`, without the error as its cause: that may contain the bytes received. */
async function mapErrors<T>(answer: Promise<T>, address: RayAddress): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (noAnswers.some((kind) => error instanceof kind) || codeOf(error) !== undefined) {
      throw new EngineError(networkFailure(error, address));
    }

    throw error;
  }
}
