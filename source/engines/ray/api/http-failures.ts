import type { Failure } from '../../../core/failure.ts';
import { dashboardPort, type RayAddress } from './address.ts';
import { causeOf } from './cause-line.ts';
import type { Answer } from './http.ts';

/** Who was asked, and with what. */
export type Asked = {
  readonly address: RayAddress;
  /** Names of headers that a browser would send, and that the user added. */
  readonly browserHeaders: readonly string[];
  readonly token?: { readonly from: string; readonly withheld: boolean };
  /** Once it is known. */
  readonly ray?: string;
};

/** An answer that is no success, as what the user can do about it. */
export function answerFailure(answer: Answer, asked: Asked): Failure {
  return (
    refusal(answer, asked) ??
    stranger(answer, asked) ??
    shortage(answer, asked) ?? {
      code: 'ray-error',
      message: `${where(asked)} answered ${answer.status}${causeOf(answer.text)}.`,
      hint: 'Look into the logs of the head; run it again.',
    }
  );
}

/** Whether Ray is up, but not yet able to take a job. */
export const isStarting = ({ status, text }: Answer): boolean =>
  status === 500 && /No available agent|TimeoutError/.test(text);

/** 401, 403 and 405: somebody is there and does not want this. */
function refusal(answer: Answer, asked: Asked): Failure | undefined {
  switch (answer.status) {
    case 401:
      return isPage(answer) ? undefined : unauthorized(answer, asked);
    case 403:
      return forbidden(answer, asked);
    case 405:
      return /browser traffic/.test(answer.text) ? browser(asked) : undefined;
    default:
      return undefined;
  }
}

function unauthorized({ text }: Answer, asked: Asked): Failure {
  if (!/authentication token/i.test(text)) {
    return {
      code: 'ray-unauthorized',
      message: `Something in front of Ray at ${where(asked)} wants to know who you are (401).`,
      hint: 'Give what it asks for in RAY_JOB_HEADERS, such as {"Authorization": "Basic …"}.',
    };
  }

  return {
    code: 'ray-token-missing',
    message: `The cluster at ${where(asked)} needs a token.`,
    hint: hintForToken(asked),
  };
}

function hintForToken({ token }: Asked): string {
  if (!token) {
    return 'Set RAY_AUTH_TOKEN, or put the token into ~/.ray/auth_token.';
  }

  return token.withheld
    ? `The one in ${token.from} is sent to this machine or over https only; set RAY_AUTH_TOKEN to send it there.`
    : `The one from ${token.from} did not arrive: a proxy on the way takes it out; go around it, for example by kubectl port-forward.`;
}

function forbidden(answer: Answer, asked: Asked): Failure | undefined {
  if (/Invalid authentication token/i.test(answer.text)) {
    return {
      code: 'ray-token-refused',
      message: `The cluster at ${where(asked)} refused the token${asked.token ? ` from ${asked.token.from}` : ''}.`,
      hint: 'Ask for the cluster’s present token, and set RAY_AUTH_TOKEN.',
    };
  }

  if (/RBAC: access denied/.test(answer.text) || /envoy/i.test(String(answer.headers.server))) {
    return {
      code: 'ray-mesh-refused',
      message: `The service mesh (Istio) in front of ${where(asked)} refused, not Ray.`,
      hint: 'Ask for an AuthorizationPolicy that lets this client reach the head, or use kubectl port-forward.',
    };
  }

  return isPage(answer)
    ? undefined
    : {
        code: 'ray-forbidden',
        message: `${where(asked)} refused (403)${causeOf(answer.text)}.`,
        hint: 'Ask whoever runs the cluster for access to Ray’s Jobs API.',
      };
}

function browser({ browserHeaders, ...asked }: Asked): Failure {
  const names = browserHeaders.join(', ');
  return {
    code: 'ray-browser',
    message: `Ray at ${where(asked)} took the request for a browser's and refused it (405).`,
    hint: names
      ? `Leave ${names} out of RAY_JOB_HEADERS.`
      : 'A proxy on the way adds Origin, Referer, Sec-Fetch-… or a Mozilla User-Agent; go around it, for example by kubectl port-forward.',
  };
}

/** What answers, but is not Ray: a page, a login, a proxy with nothing behind it. */
function stranger(answer: Answer, asked: Asked): Failure | undefined {
  const { status } = answer;
  if (status === 502 || status === 503 || status === 504) {
    return {
      code: 'ray-gateway',
      message: `The proxy at ${where(asked)} has no Ray behind it (${status}).`,
      hint: 'Look whether the head runs and is ready; a NetworkPolicy or the mesh may be in between.',
    };
  }

  return isPage(answer) || (status >= 300 && status < 400) ? notRay(answer, asked) : undefined;
}

/** It speaks HTTP and is not what was meant. */
export const notRay = (answer: Answer, asked: Pick<Asked, 'address'>): Failure => ({
  code: 'ray-not-ray',
  message: `${where(asked)} answers, but not as Ray's Jobs API (${kindOf(answer)}).`,
  hint:
    isPage(answer) || answer.status < 400
      ? 'Check the address; where a login is in front of it, give its headers in RAY_JOB_HEADERS.'
      : `Check the port (usually ${dashboardPort}) and the path before /api.`,
});

function kindOf(answer: Answer): string {
  const kind = answer.status >= 300 && answer.status < 400 ? 'a redirect' : 'a web page';
  return isPage(answer) || kind === 'a redirect' ? `${answer.status}, ${kind}` : `${answer.status}`;
}

/** Too early, too much, or not understood. */
function shortage(answer: Answer, asked: Asked): Failure | undefined {
  if (isStarting(answer)) {
    return {
      code: 'ray-starting',
      message: `Ray at ${where(asked)} is still starting: it has no agent yet that takes jobs.`,
      hint: 'Try again in a minute; if it stays, look into the logs of the head.',
    };
  }

  return answer.status === 400
    ? {
        code: 'ray-refused',
        message: `Ray ${asked.ray ? `${asked.ray} ` : ''}at ${where(asked)} refused the request${causeOf(answer.text)}.`,
        hint: 'This Ray may be too old or too new; fibtui was run with 2.10 to 2.60.',
      }
    : undefined;
}

export const where = ({ address }: Pick<Asked, 'address'>): string =>
  `${address.base} (from ${address.from})`;

export const isPage = ({ headers, text }: Answer): boolean =>
  /text\/html/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html)/i.test(text);
