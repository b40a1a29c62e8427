import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '../../source/core/plan/plan.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import type { DriverEvent } from '../../source/engines/ray/driver/driver-event.ts';
import { driverFile, packagedEntrypoint } from '../../source/engines/ray/driver/entrypoint.ts';
import { zipOf } from '../../source/engines/ray/driver/zip.ts';
import { runJob } from '../../source/engines/ray/job/run-job.ts';
import type { OwnHead } from './own-head.ts';

export type Work = Pick<Case, 'workload' | 'size' | 'tasks'>;

const deadline: Milliseconds = 300_000;

/** The time from the driver's timestamp to the arrival here, for every event of a job that moves a bar. */
export async function lagsOf(head: OwnHead, work: Work): Promise<readonly Milliseconds[]> {
  const lags: Milliseconds[] = [];
  const onEvent = (event: DriverEvent) => {
    if (event.ev === 'progress' && Object.keys(event.frac).length > 0) {
      // Both processes are on this machine, so their times of day can be compared.
      lags.push(Date.now() - event.ts);
    }
  };
  const { jobs, address, facts } = head.cluster;
  const nonce = randomBytes(8).toString('hex');
  const outcome = await runJob({
    jobs,
    address,
    job: await jobOf(head, work, nonce),
    ray: facts.version,
    nonce,
    tasks: work.tasks,
    deadline,
    signal: new AbortController().signal,
    onPhase: () => {},
    onEvent,
  });
  if (outcome.status !== 'finished') {
    throw new Error(`A job did not finish: ${JSON.stringify(outcome)}`);
  }

  return lags;
}

async function jobOf({ cluster: { jobs }, folder }: OwnHead, work: Work, nonce: string) {
  const bytes = await readFile(join(folder, driverFile));
  const workingDirectory = await jobs.upload(zipOf([{ name: driverFile, bytes }]));
  const options = { ...work, serial: 0, deadline: deadline / 1000 };
  return {
    id: `benchmark-${nonce}`,
    metadata: {},
    entrypoint: packagedEntrypoint({ nonce, options }),
    workingDirectory: workingDirectory!,
  };
}
