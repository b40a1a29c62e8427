import { EngineError, failureOf, type Failure } from '../failure.ts';

export type RayAddress = {
  /** Scheme, host, port and base path, without a trailing slash. */
  readonly base: string;
  /** Where it was given: a flag, a variable, a field. */
  readonly from: string;
};

/** The default port of Ray's dashboard. */
export const dashboardPort = 8265;

/**
 * Parses the address that a user gives for a cluster: the dashboard's URL, HOST or HOST:PORT. A URL without a port keeps
 * the default of its scheme, as behind an ingress; a bare host gets the dashboard's port.
 */
export function rayAddress(text: string, from: string): RayAddress {
  const given = text.trim();
  if (given === '' || /[\s\p{Cc}]/u.test(given)) {
    throw addressError(from, 'is empty or holds blanks, which no address does');
  }

  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(given)?.[1]?.toLowerCase();
  refuseOtherKinds(given, scheme, from);
  const host = isBareIpv6(given) ? `[${given}]` : given;
  const whole = scheme ? given : `http://${host}`;
  const url = parse(whole, from);
  if (!scheme && !/:\d+(\/|$)/.test(host.replace(/^\[.*\]/, ''))) {
    url.port = String(dashboardPort);
  }

  refuseSecrets(url, whole, from);
  refuseOtherReading(url, whole, from);
  refusePort(url, from);

  return { base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, from };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** In Ray's own order of precedence. */
const variables = ['RAY_API_SERVER_ADDRESS', 'RAY_ADDRESS'] as const;

/** The address in the environment; undefined unless one of the variables is that of a dashboard. */
export const suggestedAddress = (environment: Environment): RayAddress | undefined =>
  suggestionsIn(environment).find((suggestion) => typeof suggestion !== 'string');

/** Why what the environment names is not taken: "RAY_ADDRESS is auto, which names no dashboard"; undefined if something is, or nothing is there. */
export function refusedSuggestion(environment: Environment): string | undefined {
  const suggestions = suggestionsIn(environment);
  return suggestions.every((suggestion) => typeof suggestion === 'string')
    ? suggestions[0]
    : undefined;
}

/** The address of each variable that is set, or why it is none. */
const suggestionsIn = (environment: Environment): readonly (RayAddress | string)[] =>
  variables.flatMap((from) => {
    const text = environment[from]?.trim();
    return text ? [addressOrReason(text, from)] : [];
  });

function addressOrReason(text: string, from: string): RayAddress | string {
  try {
    return rayAddress(text, from);
  } catch (error) {
    const { message } = failureOf(error);
    return message.replace(`The Ray address (from ${from})`, from).replace(/\.$/, '');
  }
}

/** Whether requests to this address stay on this machine. */
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

/** Whether nobody on the network can read requests to this address. */
export const isPrivate = (address: RayAddress): boolean =>
  isLoopback(address) || isEncrypted(address);

/** Refuses addresses that Ray accepts elsewhere, but that do not speak HTTP. */
function refuseOtherKinds(given: string, scheme: string | undefined, from: string): void {
  if (/^ray:\/\//i.test(given)) {
    throw addressError(from, 'is a Ray Client address (ray://), which takes no jobs over HTTP');
  }

  if (scheme && scheme !== 'http' && scheme !== 'https') {
    throw addressError(from, 'is neither an http:// nor an https:// address');
  }

  if (/^(auto|local)$/i.test(given)) {
    throw addressError(from, `is ${given.toLowerCase()}, which names no dashboard`);
  }

  if (/^\d+$/.test(given)) {
    throw addressError(from, 'is a port without a host');
  }

  const half = /^(https?:)(?!\/\/|\d+(?:\/|$))/i.exec(given)?.[1];
  if (half) {
    throw addressError(from, `has no // after ${half.toLowerCase()}`);
  }
}

/** `::1`: a colon in it begins no port. */
const isBareIpv6 = (text: string): boolean =>
  /^[\da-f.]*(:[\da-f.]*){2,}$/i.test(text) && URL.canParse(`http://[${text}]`);

function parse(text: string, from: string): URL {
  try {
    return new URL(text);
  } catch {
    const [, host = ''] = /^\w+:\/\/([\da-f:.]+)(\/|$)/i.exec(text) ?? [];
    if (host.split(':').length > 2) {
      const example = `Write it in brackets, such as http://[::1]:${dashboardPort}.`;
      throw addressError(from, 'has an IPv6 address without brackets', example);
    }

    throw addressError(from, 'is not an address');
  }
}

/** The URL is printed and saved, so it may not contain a secret. */
function refuseSecrets(url: URL, given: string, from: string): void {
  if (url.username !== '' || url.password !== '') {
    throw addressError(
      from,
      'holds a user name or a password, which fibtui would show on the screen',
      'Leave them out of the address; set RAY_AUTH_TOKEN, or an Authorization header in RAY_JOB_HEADERS.',
    );
  }

  if (/^[^#]*\?/.test(given)) {
    throw addressError(
      from,
      'holds a query (?…), which would be lost with the first request',
      'Leave the query out; headers for a proxy go into RAY_JOB_HEADERS.',
    );
  }
}

/**
 * The URL standard takes much for an address that was meant otherwise, and changes it on the way: "http:/h" names the
 * host "http", and "127.1" is 127.0.0.1. Code is sent to that address, so it has to stand there as it is asked.
 */
function refuseOtherReading(url: URL, given: string, from: string): void {
  if (/[^!-~]/.test(given)) {
    throw outsideAscii(url, given, from);
  }

  if (given.includes('\\')) {
    throw addressError(from, 'has a backslash, which no address does');
  }

  const [, host = '', path = ''] = /^\w+:\/\/([^/#]*)([^#]*)/.exec(given) ?? [];
  if (!/^(\[[\da-f:.]+\]|[a-z\d_]([\w.-]*[\w.])?)(:\d+)?$/i.test(host)) {
    throw addressError(from, "has a host with characters that no host's name has there");
  }

  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!name.startsWith('[') && name !== url.hostname) {
    throw addressError(from, `has a host that is read as ${url.hostname}`, 'Write it like that.');
  }

  if (url.pathname !== (path || '/')) {
    throw addressError(from, 'has a path that would be asked as another one');
  }
}

function outsideAscii(url: URL, given: string, from: string): EngineError {
  const inHost = /^\w+:\/\/[!-~]*[^!-~/#]/.test(given) && !/^\w+:\/\/[!-~]*[/#]/.test(given);
  return addressError(
    from,
    'has characters outside ASCII',
    inHost ? `Give its ASCII form: ${url.origin}.` : undefined,
  );
}

function refusePort(url: URL, from: string): void {
  const purpose = { 6379: 'the port of Ray’s GCS', 10_001: 'the port of Ray Client' }[url.port];
  if (purpose) {
    throw addressError(
      from,
      `has ${purpose} (${url.port}), which does not speak HTTP`,
      `Use the dashboard's, usually http://${url.hostname}:${dashboardPort}.`,
    );
  }
}

/** Never quotes the address: it may be a pasted secret. */
function addressError(
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
