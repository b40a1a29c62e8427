import { spawn, type SpawnOptions } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { environment, program, root } from './terminal.ts';

export type Printed = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs a program without any terminal, and returns its output. */
export async function printedBy(
  command: readonly [file: string, ...args: string[]],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<Printed> {
  const [file, ...args] = command;
  const child = spawn(file, args, {
    cwd: root,
    env: environment(),
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr: stderr.replaceAll(progress, '') };
}

/** What a run reports of its rounds from ten seconds on: on a fast machine nothing. */
const progress = /^(?:fibtui: )?round [\d,]+ of [\d,]+: .*\n/gm;

/** A summary with every sentence in one row, however wide its paper was. */
export const unwrapped = (summary: string): string => summary.replaceAll(/\r?\n {9}(?=\S)/g, ' ');

export const runWithout = async (...args: readonly string[]): Promise<Printed> =>
  printedBy([process.execPath, program, ...args]);
