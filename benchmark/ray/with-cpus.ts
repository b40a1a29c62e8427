import { startHead, type Head } from '../../source/engines/ray/head/head.ts';
import { python } from '../../test/ray/environment.ts';
import { needRay } from './need-ray.ts';

/** Starts a head with so many CPUs and without a token, and ends it after `use`, or with this program. */
export async function withCpus(cpus: number, use: (head: Head) => Promise<void>): Promise<void> {
  needRay();
  const head = await startHead({ python, cpus, env: process.env });
  try {
    await use(head);
  } finally {
    await head.close();
  }
}
