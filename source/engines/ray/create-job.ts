import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unlessAborted } from './abortable.ts';
import type { RayJobs } from './api/jobs.ts';
import type { JobRequest } from './api/submission.ts';
import type { RaySetup, ReachedCluster } from './cluster.ts';
import {
  driverFile,
  inlineEntrypoint,
  packagedEntrypoint,
  type EntrypointRequest,
} from './driver/entrypoint.ts';
import { zipOf } from './driver/zip.ts';

/** The driver, and the same packed as a job's working directory. */
export type Driver = { readonly text: string; readonly zip: Uint8Array };

export async function readDriver(): Promise<Driver> {
  const text = await readFile(new URL(import.meta.resolve('#ray-driver')), 'utf8');
  return { text, zip: zipOf([{ name: driverFile, bytes: Buffer.from(text) }]) };
}

export type JobSource = {
  readonly cluster: Pick<ReachedCluster, 'python'> & {
    readonly jobs: Pick<RayJobs, 'upload' | 'version'>;
  };
  readonly driver: Driver;
  readonly setup: Pick<RaySetup, 'version' | 'python'>;
  /** Sends a request, however long that takes; undefined if there is no more need for it. */
  readonly send: <Answer>(request: () => Promise<Answer>) => Promise<Answer | undefined>;
};

/** Sends a request once, unless the signal aborts. */
export const sendUnless =
  (signal: AbortSignal): JobSource['send'] =>
  async (request) =>
    unlessAborted(request(), signal);

/** Marks the lines of a driver in its job's log. */
export const newNonce = (): string => randomBytes(8).toString('hex');

/** A job whose driver is uploaded already, before the clock starts; undefined if there is no more need for it. */
export async function createJob(
  { cluster, driver, setup, send }: JobSource,
  { nonce, options }: Pick<EntrypointRequest, 'nonce' | 'options'>,
): Promise<JobRequest | undefined> {
  const { jobs } = cluster;
  const upload = await send(async () => {
    const [workingDirectory, { session }] = await Promise.all([
      jobs.upload(driver.zip),
      jobs.version(),
    ]);
    return { workingDirectory, session };
  });
  if (!upload) {
    return undefined;
  }

  const { workingDirectory, session } = upload;
  const { python = setup.python } = cluster;
  const entry: EntrypointRequest = {
    nonce,
    // The driver makes sure that it is in this session.
    options: { ...options, ...(session === undefined ? {} : { session }) },
    ...(python === undefined ? {} : { python }),
  };
  const id = `fibtui-${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
  const metadata = { app: 'fibtui', version: setup.version };
  return workingDirectory === undefined
    ? { id, metadata, entrypoint: inlineEntrypoint(entry, driver.text) }
    : { id, metadata, entrypoint: packagedEntrypoint(entry), workingDirectory };
}
