import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { python } from '../../test/ray/environment.ts';
import type { OwnHead } from '../ray/own-head.ts';

const script = fileURLToPath(new URL('hold.py', import.meta.url));

/** Has another job hold all CPUs of the head, until the returned function is called. */
export async function holdCpus({ cluster, folder }: OwnHead): Promise<() => void> {
  const marks = join(folder, 'marks');
  mkdirSync(marks);
  await cluster.jobs.submit({
    id: 'holds-all-cpus',
    entrypoint: `'${python}' '${script}' '${marks}'`,
    metadata: {},
  });
  while (readdirSync(marks).length < cluster.facts.cpus) {
    await setTimeout(50);
  }

  return () => writeFileSync(join(marks, 'released'), '');
}
