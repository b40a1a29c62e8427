import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process; its start time distinguishes it from a later one with the same id. */
export type Process = {
  readonly pid: number;
  readonly name: string;
  readonly started: string;
};

const statOf = (pid: number) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    return { name, state: fields[0]!, parent: Number(fields[1]), started: fields[19]! };
  } catch {
    return undefined;
  }
};

/** The process and all its descendants. */
export function familyOf(pid: number): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), stat: statOf(Number(name)) }));
  const family = new Set([pid]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const { pid, stat } of all) {
      if (stat && family.has(stat.parent)) {
        family.add(pid);
      }
    }
  }

  return all.flatMap(({ pid, stat }) =>
    stat && family.has(pid) ? [{ pid, name: stat.name, started: stat.started }] : [],
  );
}

export const isAlive = ({ pid, started }: Process): boolean => {
  const stat = statOf(pid);
  return stat !== undefined && stat.started === started && stat.state !== 'Z';
};

/** Kills a process, unless it has already ended with its parent. */
export function kill({ pid }: Pick<Process, 'pid'>): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
      throw error;
    }
  }
}

/** The folder of the head among these processes. */
export const headFolderOf = (family: readonly Process[]): string | undefined =>
  family.flatMap(({ pid }) => /--temp-dir=([^\0\s]+)/.exec(textOf(pid, 'cmdline'))?.[1] ?? [])[0];

/** Every process with a head's folder in its command or environment, whatever its parent. */
export const processesOf = (folder: string): readonly number[] =>
  names('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => ['cmdline', 'environ'].some((file) => textOf(pid, file).includes(folder)));

function textOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

/** The TCP addresses on which the processes listen, as the kernel writes them: ADDRESS:PORT in hexadecimal digits. */
export function listenersOf(processes: readonly Process[]): readonly string[] {
  const sockets = new Set(processes.flatMap(({ pid }) => socketsOf(pid)));
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'latin1')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && sockets.has(fields[9] ?? ''))
      .map((fields) => fields[1]!),
  );
}

function socketsOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  return names(folder).flatMap((name) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? [];
    } catch {
      return [];
    }
  });
}

const names = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
