import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { statField } from '../core/machine/process-stat.ts';

type Groups = {
  /** The process group of this program. */
  readonly own: number;
  /** The process group that its terminal is given to; not positive without a controlling terminal. */
  readonly foreground: number;
};

/**
 * Whether another process group owns the terminal: after `fibtui &` or `bg` it is the shell's, and `timeout` puts what
 * it runs into a group of its own. The system stops a program there that changes the terminal or reads its keys.
 */
export function isInBackground(program: NodeJS.Process): boolean {
  const groups = groupsOf(program);
  return groups !== undefined && groups.foreground > 0 && groups.foreground !== groups.own;
}

function groupsOf({ platform, pid }: NodeJS.Process): Groups | undefined {
  if (platform === 'win32') {
    return undefined;
  }

  try {
    return platform === 'linux' ? groupsFromProc() : groupsFromPs(pid);
  } catch {
    return undefined;
  }
}

function groupsFromProc(): Groups {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  return { own: Number(statField(stat, 5)), foreground: Number(statField(stat, 8)) };
}

function groupsFromPs(pid: number): Groups {
  const text = execFileSync('ps', ['-o', 'pgid=,tpgid=', '-p', String(pid)], {
    encoding: 'latin1',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 1000,
  });
  const [own, foreground] = text.trim().split(/\s+/).map(Number);
  return { own: own ?? 0, foreground: foreground ?? 0 };
}
