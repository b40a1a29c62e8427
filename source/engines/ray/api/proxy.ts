import { BlockList, isIPv4 } from 'node:net';
import { EngineError } from '../../../core/failure.ts';
import { isLoopback, type RayAddress } from '../../../core/plan/ray-address.ts';
import { canUseProxies, nodeVersion } from '../../system/node-proxies.ts';

export type Proxy = {
  /** May hold a password. */
  readonly url: string;
  /** HOST:PORT, for messages. */
  readonly host: string;
  /** The variable that names it. */
  readonly from: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for an address, from the variables that Ray's own client takes it from: `http_proxy` or `https_proxy`, then
 * `all_proxy`, in lower case first; none for a host in `no_proxy`. Unlike Ray's, a request to this machine never goes
 * through one: that would send a token to the proxy.
 */
export function proxyFor(address: RayAddress, environment: Environment): Proxy | undefined {
  const url = new URL(address.base);
  const name = namesFor(url).find((name) => environment[name]?.trim());
  if (name === undefined || isLoopback(address) || isExcepted(url, environment)) {
    return undefined;
  }

  return proxyAt(environment[name]!.trim(), name);
}

const namesFor = ({ protocol }: URL): readonly string[] =>
  [`${protocol.slice(0, -1)}_proxy`, 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);

function proxyAt(text: string, from: string): Proxy {
  const whole = /^[a-z][\w+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw proxyError(
      `The proxy in ${from} has no http:// or https:// address, and fibtui speaks to no other`,
      from,
    );
  }

  if (!canUseProxies()) {
    throw proxyError(
      `Node ${nodeVersion} reaches no cluster through the proxy in ${from}: that takes Node 22.21, 24.5 or newer`,
      from,
    );
  }

  return { url: url.href, host: url.host, from };
}

/** Never quotes the proxy: it may hold a password. */
const proxyError = (why: string, from: string): EngineError =>
  new EngineError({
    code: 'ray-proxy',
    message: `${why}.`,
    hint: `Correct ${from}, or name the cluster's host in NO_PROXY.`,
  });

function isExcepted({ hostname, port }: URL, environment: Environment): boolean {
  const list = environment['no_proxy'] ?? environment['NO_PROXY'] ?? '';
  const entries = list.split(',').map((entry) => entry.trim().toLowerCase());
  return entries.some(
    (entry) =>
      entry === '*' || isNamed(entry, hostname, `${hostname}:${port}`) || isWithin(entry, hostname),
  );
}

/** The host itself, or one below it. */
function isNamed(entry: string, ...hosts: readonly string[]): boolean {
  const name = entry.replace(/^\*?\./, '');
  return name !== '' && hosts.some((host) => host === name || host.endsWith(`.${name}`));
}

/** `10.0.0.0/8` holds 10.1.2.3. */
function isWithin(entry: string, host: string): boolean {
  const [, network = '', prefix = ''] = /^([\d.]+)\/(\d{1,2})$/.exec(entry) ?? [];
  if (!isIPv4(network) || !isIPv4(host) || Number(prefix) > 32) {
    return false;
  }

  const block = new BlockList();
  block.addSubnet(network, Number(prefix));
  return block.check(host);
}
