import type { Failure } from '../../../core/failure.ts';
import { dashboardPort } from '../../../core/plan/ray-address.ts';
import { causeOf } from './cause-line.ts';
import { where, type Endpoint } from './endpoint.ts';
import type { Answer } from './exchange.ts';
import { redirect } from './redirects.ts';

/** The failure for an answer that is not a success. */
export function answerFailure(answer: Answer, endpoint: Endpoint): Failure {
  return (
    refusal(answer, endpoint) ??
    stranger(answer, endpoint) ??
    notAccepted(answer, endpoint) ?? {
      code: 'ray-error',
      message: `${where(endpoint)} answered ${answer.status}${causeOf(answer.text)}.`,
      hint: 'See the logs of the head, then run again.',
    }
  );
}

/** Whether Ray is up, but cannot accept a job yet. */
export const isStarting = ({ status, text }: Answer): boolean =>
  status === 500 && /No available agent|TimeoutError/.test(text);

/** Refusals: 401, 403 and 405. */
function refusal(answer: Answer, endpoint: Endpoint): Failure | undefined {
  switch (answer.status) {
    case 401:
      return isPage(answer) ? undefined : unauthorized(answer, endpoint);
    case 403:
      return forbidden(answer, endpoint);
    case 405:
      return /browser traffic/.test(answer.text) ? browser(endpoint) : undefined;
    default:
      return undefined;
  }
}

function unauthorized({ text }: Answer, endpoint: Endpoint): Failure {
  if (!/authentication token/i.test(text)) {
    return {
      code: 'ray-unauthorized',
      message: `A proxy in front of Ray at ${where(endpoint)} requires a login (401).`,
      hint: 'Put what it asks for into RAY_JOB_HEADERS, such as {"Authorization": "Basic …"}.',
    };
  }

  return {
    code: 'ray-token-missing',
    message: `The cluster at ${where(endpoint)} needs a token.`,
    hint: hintForToken(endpoint),
  };
}

function hintForToken({ token }: Endpoint): string {
  if (!token) {
    return 'Set RAY_AUTH_TOKEN, or put the token into ~/.ray/auth_token.';
  }

  return token.withheld
    ? `The one in ${token.from} is sent to this machine or over https only; set RAY_AUTH_TOKEN to send it there.`
    : `The one from ${token.from} did not arrive: a proxy on the way removes it; bypass it, for example with kubectl port-forward.`;
}

function forbidden(answer: Answer, endpoint: Endpoint): Failure | undefined {
  if (/Invalid authentication token/i.test(answer.text)) {
    return {
      code: 'ray-token-refused',
      message: `The cluster at ${where(endpoint)} refused the token${endpoint.token ? ` from ${endpoint.token.from}` : ''}.`,
      hint: 'Ask for the cluster’s current token, and set RAY_AUTH_TOKEN.',
    };
  }

  if (/RBAC: access denied/.test(answer.text) || /envoy/i.test(String(answer.headers.server))) {
    return {
      code: 'ray-mesh-refused',
      message: `The service mesh (Istio) in front of ${where(endpoint)} refused, not Ray.`,
      hint: 'Ask for an AuthorizationPolicy that lets this client reach the head, or use kubectl port-forward.',
    };
  }

  return isPage(answer)
    ? undefined
    : {
        code: 'ray-forbidden',
        message: `${where(endpoint)} refused (403)${causeOf(answer.text)}.`,
        hint: 'Ask the cluster’s administrator for access to Ray’s Jobs API.',
      };
}

function browser({ browserHeaders, ...endpoint }: Endpoint): Failure {
  const names = browserHeaders.join(', ');
  return {
    code: 'ray-browser',
    message: `Ray at ${where(endpoint)} took the request for a browser's and refused it (405).`,
    hint: names
      ? `Leave ${names} out of RAY_JOB_HEADERS.`
      : 'A proxy on the way adds Origin, Referer, Sec-Fetch-… or a Mozilla User-Agent; bypass it, for example with kubectl port-forward.',
  };
}

/** Answers from something other than Ray: a web page, a login, a proxy without a server behind it. */
function stranger(answer: Answer, endpoint: Endpoint): Failure | undefined {
  const { status } = answer;
  if (status === 407) {
    return {
      code: 'ray-proxy-login',
      message: `A proxy on the way to ${where(endpoint)} requires a login (407).`,
      hint: 'Put USER:PASSWORD@ before its host in HTTP_PROXY, or name the cluster’s host in NO_PROXY.',
    };
  }

  if (status === 502 || status === 503 || status === 504) {
    return {
      code: 'ray-gateway',
      message: `The proxy at ${where(endpoint)} has no Ray behind it (${status}).`,
      hint: 'Check that the head is running and ready; a NetworkPolicy or the mesh may block the way.',
    };
  }

  return (
    redirect(answer, endpoint) ??
    (isPage(answer) || status < 200 || (status >= 300 && status < 400)
      ? notRay(answer, endpoint)
      : undefined)
  );
}

/** For a server that speaks HTTP, but is not Ray. */
export const notRay = (answer: Answer, endpoint: Pick<Endpoint, 'address'>): Failure => ({
  code: 'ray-not-ray',
  message: `${where(endpoint)} answers, but not as Ray's Jobs API (${kindOf(answer)}).`,
  hint:
    isPage(answer) || answer.status < 400
      ? 'Check the address; where a login is in front of it, give its headers in RAY_JOB_HEADERS.'
      : `Check the port (usually ${dashboardPort}) and the path before /api.`,
});

function kindOf(answer: Answer): string {
  const kind = answer.status >= 300 && answer.status < 400 ? 'a redirect' : 'a web page';
  return isPage(answer) || kind === 'a redirect' ? `${answer.status}, ${kind}` : `${answer.status}`;
}

/** Ray cannot take the request yet, or does not understand it. */
function notAccepted(answer: Answer, endpoint: Endpoint): Failure | undefined {
  if (isStarting(answer)) {
    return {
      code: 'ray-starting',
      message: `Ray at ${where(endpoint)} is still starting: it cannot take jobs yet.`,
      hint: 'Try again in a minute; if it happens again, see the logs of the head.',
    };
  }

  return answer.status === 400
    ? {
        code: 'ray-refused',
        message: `Ray ${endpoint.ray ? `${endpoint.ray} ` : ''}at ${where(endpoint)} refused the request${causeOf(answer.text)}.`,
        hint: 'This Ray may be too old or too new; fibtui is tested with 2.10 to 2.60.',
      }
    : undefined;
}

export const isPage = ({ headers, text }: Answer): boolean =>
  /text\/html/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html)/i.test(text);
