import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Head } from '../../source/engines/ray/head/head.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { environmentOf } from '../../test/ray/driver-run.ts';
import { python } from '../../test/ray/environment.ts';

const script = join(import.meta.dirname, 'plain.py');

type Work = { readonly size: number; readonly tasks: number };

/** How long plain Ray takes for trivial tasks. */
export async function plainTime(head: Head, { size, tasks }: Work): Promise<Milliseconds> {
  const given = [script, String(size), String(tasks)];
  const { stdout } = await promisify(execFile)(python, given, { env: environmentOf(head) });
  return Number(stdout) * 1000;
}
