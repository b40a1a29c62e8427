import { EngineError, type Failure } from '../../../core/failure.ts';

export type RayAddress = {
  /** Scheme, host, port and base path, without a slash at its end. */
  readonly base: string;
  /** What named it: a flag, a variable, a field. */
  readonly from: string;
};

/** Where Ray's dashboard listens unless it was told otherwise. */
export const dashboardPort = 8265;

/**
 * What a user gives for a cluster: a URL, or HOST or HOST:PORT of its dashboard. A URL keeps its
 * scheme's own port, as behind an ingress; a bare host gets the dashboard's.
 */
export function rayAddress(text: string, from: string): RayAddress {
  const given = text.trim();
  if (given === '' || /[\s\p{Cc}]/u.test(given)) {
    throw refused(from, 'is empty or holds blanks, which no address does');
  }

  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(given)?.[1]?.toLowerCase();
  refuseOthers(given, scheme, from);
  const url = parsed(scheme ? given : `http://${given}`, from);
  refuseSecrets(url, from);
  refusePort(url, from);
  if (!scheme && !/:\d+(\/|$)/.test(given.replace(/^\[.*\]/, ''))) {
    url.port = String(dashboardPort);
  }

  return { base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, from };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The address that the environment names, in Ray's own order, where it is one for HTTP. */
export function suggestedAddress(environment: Environment): RayAddress | undefined {
  for (const from of ['RAY_API_SERVER_ADDRESS', 'RAY_ADDRESS']) {
    const text = environment[from]?.trim() ?? '';
    if (/^https?:\/\//i.test(text)) {
      try {
        return rayAddress(text, from);
      } catch {
        continue;
      }
    }
  }

  return undefined;
}

/** Whether what is sent there stays on this machine. */
export function isLoopback({ base }: RayAddress): boolean {
  const host = new URL(base).hostname;
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}

const isEncrypted = ({ base }: RayAddress): boolean => base.startsWith('https:');

/** Whether nobody on the way can read what is sent there. */
export const isPrivate = (address: RayAddress): boolean =>
  isLoopback(address) || isEncrypted(address);

/** Addresses that Ray knows, and that are not spoken to over HTTP. */
function refuseOthers(given: string, scheme: string | undefined, from: string): void {
  if (scheme === 'ray') {
    throw refused(from, 'is a Ray Client address (ray://), which takes no jobs over HTTP');
  }

  if (scheme && scheme !== 'http' && scheme !== 'https') {
    throw refused(from, 'is neither an http:// nor an https:// address');
  }

  if (/^(auto|local)$/i.test(given)) {
    throw refused(from, `is ${given.toLowerCase()}, which names no dashboard`);
  }

  if (/^\d+$/.test(given)) {
    throw refused(from, 'is a port without a host');
  }
}

function parsed(text: string, from: string): URL {
  try {
    return new URL(text);
  } catch {
    throw refused(from, 'is not an address');
  }
}

/** A URL is printed and saved: what must not be does not belong into it. */
function refuseSecrets(url: URL, from: string): void {
  if (url.username !== '' || url.password !== '') {
    throw refused(
      from,
      'holds a user name or a password, which fibtui would show on the screen',
      'Leave them out of the address; set RAY_AUTH_TOKEN, or an Authorization header in RAY_JOB_HEADERS.',
    );
  }

  if (url.search !== '') {
    throw refused(
      from,
      'holds a query (?…), which would be lost with the first request',
      'Leave the query out; headers for a proxy go into RAY_JOB_HEADERS.',
    );
  }
}

function refusePort(url: URL, from: string): void {
  const purpose = { 6379: 'the port of Ray’s GCS', 10_001: 'the port of Ray Client' }[url.port];
  if (purpose) {
    throw refused(
      from,
      `has ${purpose} (${url.port}), which does not speak HTTP`,
      `Use the dashboard's, usually http://${url.hostname}:${dashboardPort}.`,
    );
  }
}

/** Never with the text itself: whoever pastes a secret into it should not see it again. */
function refused(
  from: string,
  why: string,
  hint = `Give the dashboard's address, such as http://HOST:${dashboardPort}.`,
): EngineError {
  const failure: Failure = {
    code: 'ray-address',
    message: `The Ray address (from ${from}) ${why}.`,
    hint,
  };
  return new EngineError(failure);
}
