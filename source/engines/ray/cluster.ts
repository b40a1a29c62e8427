import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Cluster } from '../../core/plan/ray.ts';
import { ownHead, type RayTarget } from '../../core/plan/settings.ts';
import { rayAddress, type RayAddress } from './api/address.ts';
import { jobHeaders } from './api/headers.ts';
import { rayJobs, type RayJobs } from './api/jobs.ts';
import type { RayNode } from './api/nodes.ts';
import { exposed, rayToken, type RayToken } from './api/token.ts';
import { untried } from './api/version.ts';
import { startHead } from './head/head.ts';
import type { Environment } from './head/head-environment.ts';
import { findPython } from './head/python.ts';

/** What the user's surroundings say about Ray. */
export type RaySetup = {
  /** fibtui's own version: how its requests introduce themselves. */
  readonly version: string;
  readonly environment: Environment;
  readonly home: string;
  /** `--ray-python`: the Python that has Ray, on the cluster's head or here. */
  readonly python?: string;
  /** A certificate authority's, in PEM. */
  readonly ca?: string;
  /** Takes a sentence about what a head of our own could not tidy up. */
  readonly onLeftover?: (sentence: string) => void;
};

/** A cluster to ask and to give jobs to. */
export type OpenCluster = {
  readonly address: RayAddress;
  readonly jobs: RayJobs;
  /** What it is now; rejects where it does not answer. */
  readonly facts: () => Promise<Cluster>;
  /** Comes when a head of our own has ended by itself. */
  readonly ended?: AbortSignal;
  /** Ends the head, where it is one of our own. */
  readonly close: () => Promise<void>;
};

export type OpenRequest = {
  readonly target: RayTarget;
  readonly setup: RaySetup;
  /** CPUs that a head of our own shares out; what Ray finds where left out. */
  readonly cpus?: number | undefined;
  readonly signal: AbortSignal;
};

/** A client for the cluster at an address, which is asked nothing yet, or a head that is started; rejects with an `EngineError`. */
export const openCluster = async (request: OpenRequest): Promise<OpenCluster> =>
  request.target.at === ownHead ? ownCluster(request) : foreignCluster(request);

function foreignCluster({ target, setup }: OpenRequest): OpenCluster {
  const address = rayAddress(target.at, target.from);
  const token = rayToken({ ...setup, readText });
  const headers = jobHeaders(setup.environment['RAY_JOB_HEADERS']);
  const ca = setup.ca === undefined ? {} : { ca: setup.ca };
  const jobs = rayJobs({ address, userAgent: userAgent(setup), token, headers, ...ca });
  return {
    address,
    jobs,
    facts: async () => factsOf(jobs, { address, token, here: false }),
    close: async () => {},
  };
}

/** The token keeps other users of this machine from running code as this one. */
async function ownCluster({ setup, cpus, signal }: OpenRequest): Promise<OpenCluster> {
  const python = await findPython(setup);
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
  const facts = async () => factsOf(jobs, { address, token: undefined, here: true });
  return { address, jobs, facts, ended, close };
}

type Known = {
  readonly address: RayAddress;
  readonly token: RayToken | undefined;
  readonly here: boolean;
};

async function factsOf(jobs: RayJobs, { address, token, here }: Known): Promise<Cluster> {
  const { ray } = await jobs.version();
  const authentication = await jobs.authenticationMode();
  // They are for the screen: without them Ray can still run jobs.
  const nodes = await jobs.nodes().catch((): readonly RayNode[] => []);
  return {
    address: address.base,
    version: ray,
    authentication,
    nodes: nodes.map(({ name, cpus, head }) => ({ name, cpus: Math.floor(cpus), head })),
    cpus: nodes.reduce((total, { cpus }) => total + Math.floor(cpus), 0),
    here,
    remarks: [
      ...(token && authentication === 'token' && exposed(token, address)
        ? [`the token from ${token.from} goes over plain http, where it can be read on the way`]
        : []),
      ...(untried(ray) ? [`Ray ${ray} is newer than those that fibtui was tried with`] : []),
    ],
  };
}

const userAgent = ({ version }: RaySetup): string => `fibtui/${version}`;

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
