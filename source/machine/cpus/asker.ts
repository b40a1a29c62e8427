import { execFile, execFileSync } from 'node:child_process';
import os from 'node:os';
import process from 'node:process';
import { cpu } from 'systeminformation';
import { killGroup } from '../kill-group.ts';
import { fieldLine } from '../kernel-text.ts';
import type { Answer } from './processor.ts';
import { cpuName } from './processor.ts';

// A process of its own that asks slow programs about the processor. systeminformation starts them without any limit, and
// they would outlive the program: `lscpu` loops for ever where /sys is masked in odd ways. This process and all that it
// starts end together: after the answer, after `limit`, and when the program that wants the answer has gone.

const limit = 10_000;

function end(): void {
  if (process.platform === 'win32') {
    execFileSync('taskkill', ['/pid', String(process.pid), '/T', '/F'], { stdio: 'ignore' });
  } else {
    killGroup(process.pid);
  }

  // Where it leads no group, as when started by hand.
  process.exit();
}

/** The name in lscpu's own words; systeminformation's are put together from a list of manufacturers. */
const askLscpu = async (): Promise<string | undefined> =>
  new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C' };
    execFile('lscpu', { env }, (error, text) =>
      resolve(error ? undefined : fieldLine(text, 'Model name')),
    );
  });

setTimeout(end, limit);
// Never written to: it ends with the program.
process.stdin.on('end', end).on('error', end).resume();

const isNameless = cpuName(os.cpus()[0]?.model ?? '') === undefined;
const name = process.platform === 'linux' && isNameless ? await askLscpu() : undefined;
const { physicalCores, processors, performanceCores, efficiencyCores } = await cpu();
const answer: Answer = {
  ...(name === undefined ? {} : { name }),
  physicalCores,
  processors,
  performanceCores,
  efficiencyCores,
};
process.stdout.write(JSON.stringify(answer), end);
