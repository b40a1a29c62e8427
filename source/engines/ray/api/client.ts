import { codeOf, EngineError } from '../../../core/failure.ts';
import { textAt, parsedJson } from './answers.ts';
import type { RayAddress } from './address.ts';
import { browserHeaders, type Headers } from './headers.ts';
import { SilentError, rayHttp, type Answer, type Ask, type HttpRequest } from './http.ts';
import { answerFailure, isPage, notRay, type Asked } from './http-failures.ts';
import { networkFailure } from './network-failures.ts';
import { redact, redactParts, type Redact } from './redact.ts';
import { withheld, type RayToken } from './token.ts';

export type RayAccess = HttpRequest & {
  readonly address: RayAddress;
  /** `fibtui/0.1.0`. */
  readonly userAgent: string;
  readonly token?: RayToken | undefined;
  /** What `jobHeaders` read. */
  readonly headers?: Headers;
};

export type RayMode = 'disabled' | 'token';

export type Call = Pick<Ask, 'method' | 'path' | 'repeatable'> & {
  readonly body?: { readonly type: string; readonly bytes: Uint8Array };
};

/** Requests with who asks; every failure to get an answer is an `EngineError`, free of secrets. */
export type RayClient = {
  readonly mode: () => Promise<RayMode>;
  /** An answer of any status. */
  readonly ask: (call: Call) => Promise<Answer>;
  readonly stream: (request: StreamCall) => Promise<void>;
  /** What an answer that is no success comes to. */
  readonly refused: (answer: Answer, ray?: string) => EngineError;
  /** A message without anything secret that was sent. */
  readonly clean: Redact;
  /** A log without the token. */
  readonly visible: Redact;
};

type StreamCall = {
  readonly path: string;
  readonly onText: (text: string) => void;
  readonly signal: AbortSignal;
};

export function rayClient(access: RayAccess): RayClient {
  const { address, token } = access;
  const http = rayHttp(access);
  const asked = askedOf(access);
  const clean = redact(secretsOf(access));
  const visible = redact(longTokens(access));
  const refused = (answer: Answer, ray?: string) =>
    cleanError(answerFailure(answer, { ...asked, ...(ray !== undefined && { ray }) }), clean);

  const mode = kept(async () => {
    const answer = await reached(http.ask(modeAsk(access)), address);
    const said = modeOf(answer, token);
    if (!said) {
      throw answer.status === 200 ? new EngineError(notRay(answer, asked)) : refused(answer);
    }

    return said;
  });
  /** The token leaves only for a cluster that does not say that it needs none. */
  const sent = async () =>
    token && !withheld(token, address) && (await mode()) === 'token' ? token.reveal() : undefined;

  return {
    mode,
    clean,
    visible,
    refused,
    async ask({ body, ...call }) {
      const headers = headersOf(access, await sent(), body);
      return reached(http.ask({ ...call, headers, ...(body && { body: body.bytes }) }), address);
    },
    async stream({ path, onText, signal }) {
      const headers = headersOf(access, await sent());
      const show = shownBy(redactParts(longTokens(access)), onText);
      const answer = await reached(http.stream({ path, headers, onText: show, signal }), address);
      if (answer) {
        throw refused(answer);
      }
    },
  };
}

/** What a cluster says of itself; undefined where that cannot be told. */
function modeOf(answer: Answer, token: RayToken | undefined): RayMode | undefined {
  switch (answer.status) {
    case 200: {
      const said = textAt(parsedJson(answer.text), 'authentication_mode');
      return said === undefined || said === 'disabled' ? said : 'token';
    }

    // Older than tokens.
    case 404:
      return isPage(answer) ? undefined : 'disabled';
    // Ray's own answer is for everybody: something in front of it wants to know who asks.
    case 401:
    case 403:
      return token?.explicit ? 'token' : undefined;
    default:
      return undefined;
  }
}

const shownBy = (visible: Redact, onText: (text: string) => void) => (text: string) => {
  const shown = visible(text);
  if (shown !== '') {
    onText(shown);
  }
};

/** A promise that is made once, and again only after it failed. */
function kept<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return async () => {
    made ??= make();
    try {
      return await made;
    } catch (error) {
      made = undefined;
      throw error;
    }
  };
}

const modeAsk = (access: RayAccess): Ask => ({
  method: 'GET',
  path: '/api/authentication_mode',
  headers: headersOf(access, undefined),
});

/** The headers of `RAY_JOB_HEADERS` win; Ray reads its own one where a proxy has taken Authorization. */
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

/** What was sent and must not come back on the screen; a header's short value is no secret. */
const secretsOf = ({ token, headers = {} }: RayAccess): readonly string[] => [
  ...(token ? [token.reveal()] : []),
  ...Object.values(headers)
    .flatMap((value) => [value, value.split(' ').at(-1) ?? ''])
    .filter((value) => value.length >= 8),
];

/** A short token may be a word of the driver's own lines. */
const longTokens = ({ token }: RayAccess): readonly string[] =>
  token && token.reveal().length >= 8 ? [token.reveal()] : [];

const askedOf = ({ address, token, headers = {} }: RayAccess): Asked => ({
  address,
  browserHeaders: browserHeaders(headers),
  ...(token && { token: { from: token.from, withheld: withheld(token, address) } }),
});

const cleanError = ({ code, message, hint }: EngineError['failure'], clean: Redact): EngineError =>
  new EngineError({ code, message: clean(message), hint });

/** Without the error itself as a cause: it may hold the bytes that came. */
async function reached<T>(answer: Promise<T>, address: RayAddress): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof SilentError || codeOf(error) !== undefined) {
      throw new EngineError(networkFailure(error, address));
    }

    throw error;
  }
}
