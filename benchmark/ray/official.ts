import { randomBytes } from 'node:crypto';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Case } from '../../source/core/plan/plan.ts';
import { driverFile } from '../../source/engines/ray/driver/entrypoint.ts';
import { stopJob } from '../../source/engines/ray/contact/end-job.ts';
import { environment, python } from '../../test/ray/environment.ts';
import { rest, type FirstSign } from './first-bar.ts';
import type { OwnHead } from './own-head.ts';

/** Runs `ray job submit` with the same driver and work, from launch to the first log line, then stops the job. */
export async function firstLogLine(head: OwnHead, planned: Case): Promise<FirstSign> {
  await rest();
  const id = `benchmark-${randomBytes(8).toString('hex')}`;
  const started = performance.now();
  const command = launch(head, id, planned);
  const kill = () => command.kill('SIGKILL');
  process.once('exit', kill);
  const closed = once(command, 'close');
  try {
    const { taken, logged } = await signsOf(command);
    return { fromStart: logged - started, fromTaken: logged - taken };
  } finally {
    kill();
    process.off('exit', kill);
    await closed;
    await stopJob(head.cluster.jobs, id);
  }
}

type Command = ChildProcessByStdio<null, Readable, Readable>;

function launch({ cluster, environment: env, folder }: OwnHead, id: string, planned: Case) {
  const where = ['--address', cluster.address.base, '--working-dir', folder];
  const { workload, size, tasks } = planned;
  const options = { nonce: 'official', workload, size, tasks, serial: 3, deadline: 300 };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const driver = [python, '-u', driverFile, ...flags];
  const submit = ['job', 'submit', ...where, '--submission-id', id, '--', ...driver];
  return spawn(`${environment}/bin/ray`, submit, {
    // Otherwise Python would buffer its output into a pipe.
    env: { ...env, PYTHONUNBUFFERED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The times when it reports that Ray has accepted the job, and of the first line of the job's log, from any source. */
async function signsOf({ stdout, stderr }: Command) {
  let complaint = '';
  stderr
    .setEncoding('utf8')
    .on('data', (text: string) => (complaint = (complaint + text).slice(-2000)));
  let taken = Number.NaN;
  let tailing = false;
  for await (const line of createInterface(stdout)) {
    if (tailing && line.trim() !== '') {
      return { taken, logged: performance.now() };
    }

    if (line.includes('submitted successfully')) {
      taken = performance.now();
    }

    tailing ||= line.includes('Tailing logs');
  }

  throw new Error(`ray job submit ended without a log line: ${complaint}`);
}
