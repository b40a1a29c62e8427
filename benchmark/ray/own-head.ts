import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Circumstances } from '../../source/core/plan/circumstances.ts';
import type { RayTarget } from '../../source/core/plan/settings.ts';
import { openCluster } from '../../source/engines/ray/cluster.ts';
import type { ReachedCluster } from '../../source/engines/ray/cluster.ts';
import { driverFile } from '../../source/engines/ray/driver/entrypoint.ts';
import {
  rayEnvironment,
  type Environment,
} from '../../source/engines/ray/head/head-environment.ts';
import { startHead } from '../../source/engines/ray/head/head.ts';
import { python } from '../../test/ray/environment.ts';
import { setup } from './passes.ts';

/** A Ray head on this machine, as with `--ray local`, that the official command can reach as well. */
export type OwnHead = {
  readonly pid: number;
  readonly target: RayTarget;
  readonly cluster: ReachedCluster;
  /** The circumstances for a plan, including this cluster. */
  readonly circumstances: Circumstances;
  /** The environment with which the official command authenticates. */
  readonly environment: Environment;
  /** A folder that contains only the driver. */
  readonly folder: string;
};

/** Starts a head on all usable CPUs, and ends it after `use`. */
export async function withHead<Result>(
  circumstances: Circumstances,
  use: (head: OwnHead) => Promise<Result>,
): Promise<Result> {
  const { cpus } = circumstances;
  const token = randomBytes(24).toString('hex');
  const temporary = temporaryFolder();
  const environment = rayEnvironment(process.env, { home: temporary, temporary }, token);
  const { url, pid, close } = await startHead({ python, cpus, env: process.env, token });
  try {
    const target = { at: url, from: 'the benchmark' };
    const cluster = await reached(target, token);
    const known = { at: url, cpus: cluster.facts.cpus, here: true };
    return await use({
      pid,
      target,
      cluster,
      environment,
      circumstances: { ...circumstances, cluster: known },
      folder: folderOfDriver(temporary),
    });
  } finally {
    await close();
    rmSync(temporary, { recursive: true });
  }
}

async function reached(target: RayTarget, token: string): Promise<ReachedCluster> {
  const cluster = await openCluster({
    target,
    setup: { ...setup, environment: { RAY_AUTH_TOKEN: token }, home: '' },
    signal: new AbortController().signal,
  });
  return { ...cluster, facts: await cluster.facts() };
}

/** Also removed when Ctrl+C ends the benchmark. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fibtui-benchmark-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function folderOfDriver(temporary: string): string {
  const folder = join(temporary, 'driver');
  mkdirSync(folder);
  copyFileSync(fileURLToPath(import.meta.resolve('#ray-driver')), join(folder, driverFile));
  return folder;
}
