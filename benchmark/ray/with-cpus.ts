import { startHead, type Head } from '../../source/engines/ray/head/head.ts';
import { python, skip } from '../../test/ray/environment.ts';

/** Starts a head with so many CPUs and without a token, and ends it after `use`, or with this program. */
export async function withCpus(cpus: number, use: (head: Head) => Promise<void>): Promise<void> {
  if (skip !== false) {
    console.error(
      'There is no Ray here to measure: `npm run ray:install` puts one into this folder.',
    );
    process.exit(2);
  }

  // Exit on signals, so that the exit listeners clean up.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGHUP', () => process.exit(129));
  const head = await startHead({ python, cpus, env: process.env });
  try {
    await use(head);
  } finally {
    await head.close();
  }
}
