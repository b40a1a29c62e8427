import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** The children of a process. */
export function childrenOf(
  pid: number,
): readonly { readonly pid: number; readonly command: string }[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1')
        .split(' ')
        .filter(Boolean)
        .map((child) => ({ pid: Number(child), command: commandOf(Number(child)) })),
    );
  } catch {
    return [];
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** The measuring process for a program, as soon as there is one, or another one than `before`. */
export async function hostOf(program: number, before?: number): Promise<number> {
  for (;;) {
    const host = childrenOf(program).find(
      ({ pid, command }) => command.endsWith('host.js') && pid !== before,
    );
    if (host) {
      return host.pid;
    }

    if (!isRunning(program)) {
      throw new Error('The program ended before it started a host.');
    }

    await setTimeout(5);
  }
}

/** Whether a process runs; one that has ended and waits for its parent does not. */
export const isRunning = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) &&
  !/^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));

/** Resolves when the process has ended. */
export async function untilGone(pid: number): Promise<void> {
  while (isRunning(pid)) {
    await setTimeout(20);
  }
}
