import { counted } from '../text/format.ts';
import type { Check } from './check.ts';

/** The folder of the saved runs. */
export type RunsFacts = {
  /** Absent for a user without a home. */
  readonly folder?: string;
  /** Absent if the folder could not be read. */
  readonly saved?: number;
  /** Files that cannot be read. */
  readonly unread?: number;
  /** Why no run could be saved there. */
  readonly problem?: { readonly why: string; readonly remedy: string };
};

export type CacheFacts = {
  /** Absent if compiled code is not kept. */
  readonly folder?: string;
  /** Whether this Node can keep it. */
  readonly possible: boolean;
};

/** Where runs are saved. A run that is not saved is a run: nothing here is a warning. */
export function runsCheck({ folder, saved, unread = 0, problem }: RunsFacts): Check {
  const check = { topic: 'Runs', name: 'history' } as const;
  if (problem) {
    const where = folder === undefined ? '' : ` in ${folder}`;
    const text = `runs cannot be saved${where}: ${problem.why}`;
    return { ...check, level: 'note', text, remedy: problem.remedy };
  }

  if (saved === undefined) {
    const text = `the saved runs in ${folder} cannot be read`;
    return { ...check, level: 'note', text, remedy: 'Make that folder readable.' };
  }

  const runs = saved === 0 ? 'no saved run yet' : counted(saved, 'saved run');
  const damaged = unread > 0 ? `, and ${counted(unread, 'file')} that cannot be read` : '';
  return { ...check, level: 'ok', text: `${runs}${damaged} in ${folder}` };
}

/** Where compiled code is kept between starts. */
export function cacheCheck({ folder, possible }: CacheFacts): Check {
  const check = { topic: 'Cache', name: 'compile-cache' } as const;
  return folder === undefined
    ? {
        ...check,
        level: 'note',
        text: 'compiled code is not kept: every start takes longer',
        remedy: possible
          ? 'Set HOME or XDG_CACHE_HOME to a folder that only you can write.'
          : 'Node 22.1 or newer keeps it.',
      }
    : { ...check, level: 'ok', text: `compiled code is kept in ${folder}` };
}
