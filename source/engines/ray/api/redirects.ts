import type { Failure } from '../../../core/failure.ts';
import type { Answer } from './exchange.ts';
import { where, type Endpoint } from './endpoint.ts';

const longestShown = 200;

/**
 * The failure for a redirect that says where to; undefined for any other answer. None is followed: what is sent with a
 * request goes to the address that the user gave, and to no other.
 */
export function redirect(
  { status, headers }: Answer,
  { address }: Pick<Endpoint, 'address'>,
): Failure | undefined {
  const { location = '' } = headers;
  if (status < 300 || status >= 400 || location === '' || !URL.canParse(location, address.base)) {
    return undefined;
  }

  const from = new URL(address.base);
  const to = new URL(location, from);
  // Without query and credentials, which may be secrets.
  const shown = `${to.origin}${to.pathname}`.slice(0, longestShown);
  return {
    code: 'ray-redirect',
    message: `${where({ address })} redirects to ${shown} (${status}), which fibtui does not follow.`,
    hint: hintFor(from, to),
  };
}

function hintFor(from: URL, to: URL): string {
  if (to.origin === from.origin) {
    return 'Check the address; where a login is in front of it, give its headers in RAY_JOB_HEADERS.';
  }

  const base = `${to.origin}${to.pathname.replace(/\/(api\/.*)?$/, '')}`;
  return to.hostname === from.hostname && to.protocol === 'https:'
    ? `It is the same host: give ${base} as the address.`
    : 'If you trust that host, give it as the address; a token goes to no other than the one you gave.';
}
