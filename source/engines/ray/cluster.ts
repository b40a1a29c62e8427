import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { failureOf } from '../../core/failure.ts';
import type { Cluster } from '../../core/plan/ray.ts';
import { ownHead, type RayTarget } from '../../core/plan/settings.ts';
import { rayAddress, type RayAddress } from '../../core/plan/ray-address.ts';
import { jobHeaders } from './api/headers.ts';
import { rayJobs, type RayJobs } from './api/jobs.ts';
import { impossibleCluster, type RayNode } from './api/nodes.ts';
import { tooLarge } from './api/network-failures.ts';
import { proxyFor } from './api/proxy.ts';
import { isExposed, rayToken, type RayToken } from './api/token.ts';
import { isUntried } from './api/version.ts';
import { startHead } from './head/head.ts';
import type { Environment } from './head/head-environment.ts';
import { findPython } from './head/python.ts';
import { requirePlainPath } from './head/plain-path.ts';
import { requireToken } from './head/without-tokens.ts';

/** Ray settings from the user's environment and flags. */
export type RaySetup = {
  /** fibtui's version, for the user agent of its requests. */
  readonly version: string;
  readonly environment: Environment;
  readonly home: string;
  /** `--ray-python`: the Python that has Ray, on the cluster's head or here. */
  readonly python?: string;
  /** A CA certificate, in PEM. */
  readonly ca?: string;
  /** Receives a sentence about files that a head fibtui started could not remove. */
  readonly onLeftover?: (sentence: string) => void;
};

/** A connection to a cluster that takes jobs. */
export type OpenCluster = {
  readonly address: RayAddress;
  readonly jobs: RayJobs;
  /** The cluster as it is now; rejects if it does not answer. */
  readonly facts: () => Promise<Cluster>;
  /** The Python of a head that fibtui started. */
  readonly python?: string;
  /** Aborts when a head that fibtui started has ended. */
  readonly ended?: AbortSignal;
  /** Ends a head that fibtui started; otherwise does nothing. */
  readonly close: () => Promise<void>;
};

/** An open cluster, with what it said of itself when it was last asked. */
export type ReachedCluster = Pick<OpenCluster, 'address' | 'jobs' | 'python' | 'ended'> & {
  readonly facts: Cluster;
};

export type OpenRequest = {
  readonly target: RayTarget;
  readonly setup: RaySetup;
  /** CPUs that a head started by fibtui offers to tasks; all that Ray finds if left out. */
  readonly cpus?: number | undefined;
  readonly signal: AbortSignal;
};

/** Connects to the cluster at an address (without a request yet) or starts a head; rejects with an `EngineError`. */
export const openCluster = async (request: OpenRequest): Promise<OpenCluster> =>
  request.target.at === ownHead ? ownCluster(request) : foreignCluster(request);

function foreignCluster({ target, setup }: OpenRequest): OpenCluster {
  const address = rayAddress(target.at, target.from);
  const token = rayToken({ ...setup, readText });
  const headers = jobHeaders(setup.environment['RAY_JOB_HEADERS']);
  const ca = setup.ca === undefined ? {} : { ca: setup.ca };
  const proxy = proxyFor(address, setup.environment);
  const way = proxy && `through the proxy ${proxy.host} (from ${proxy.from})`;
  const named = way === undefined ? address : { ...address, from: `${address.from}, ${way}` };
  const jobs = rayJobs({
    address: named,
    userAgent: userAgent(setup),
    token,
    headers,
    ...ca,
    proxy,
  });
  return {
    address,
    jobs,
    facts: async () => factsOf(jobs, { address, token, way, here: false }),
    close: async () => {},
  };
}

/** Its token keeps other users of this machine from running code as our user. */
async function ownCluster({ setup, cpus, signal }: OpenRequest): Promise<OpenCluster> {
  const python = await findPython(setup);
  requirePlainPath(python);
  await requireToken({ python, environment: setup.environment });
  const secret = randomBytes(24).toString('hex');
  const { environment, onLeftover } = setup;
  const head = await startHead({
    python,
    env: environment,
    token: secret,
    signal,
    ...(cpus === undefined ? {} : { cpus }),
    ...(onLeftover ? { onLeftover } : {}),
  });
  const address = { base: head.url, from: 'fibtui' };
  const token = { from: 'fibtui', explicit: true, reveal: () => secret };
  const { admit, ended, close } = head;
  const jobs = rayJobs({ address, userAgent: userAgent(setup), token, admit });
  const facts = async () =>
    factsOf(jobs, { address, token: undefined, way: undefined, here: true });
  return { address, jobs, facts, python, ended, close };
}

type FactsRequest = {
  readonly address: RayAddress;
  readonly token: RayToken | undefined;
  /** "through the proxy …", unless requests go straight there. */
  readonly way: string | undefined;
  readonly here: boolean;
};

async function factsOf(
  jobs: RayJobs,
  { address, token, way, here }: FactsRequest,
): Promise<Cluster> {
  const { ray } = await jobs.version();
  const authentication = await jobs.authenticationMode();
  // Only shown on the screen: Ray can run jobs without this list.
  const nodes = await jobs.nodes().catch(noneUnlessImpossible);
  return {
    address: address.base,
    version: ray,
    authentication,
    nodes: nodes.map(({ name, cpus, head, memory }) => ({
      name,
      cpus: Math.floor(cpus),
      head,
      ...(memory === undefined ? {} : { memory }),
    })),
    cpus: nodes.reduce((total, { cpus }) => total + Math.floor(cpus), 0),
    here,
    remarks: [
      ...(way === undefined ? [] : [`requests go there ${way}`]),
      ...(token && authentication === 'token' && isExposed(token, address)
        ? [`the token from ${token.from} goes over plain http, where it can be read on the way`]
        : []),
      ...(here && authentication === 'disabled'
        ? ['this Ray has no tokens: every user of this machine can run code on it']
        : []),
      ...(isUntried(ray)
        ? [`Ray ${ray} is newer than the versions that fibtui was tested with`]
        : []),
    ],
  };
}

function noneUnlessImpossible(error: unknown): readonly RayNode[] {
  if ([impossibleCluster, tooLarge].includes(failureOf(error).code)) {
    throw error;
  }

  return [];
}

const userAgent = ({ version }: RaySetup): string => `fibtui/${version}`;

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
