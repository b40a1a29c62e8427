import { posix, win32 } from 'node:path';

export type FolderRequest = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's home folder; empty if there is none. */
  readonly home: string;
  /** `process.platform`. */
  readonly platform: string;
};

/**
 * The folder of a user's runs, in XDG's state folder or its counterpart on macOS and Windows. Undefined without a home.
 * Source: XDG Base Directory Specification 0.8, which says to ignore a relative path.
 */
export function runsFolder({ environment, home, platform }: FolderRequest): string | undefined {
  const paths = platform === 'win32' ? win32 : posix;
  const { XDG_STATE_HOME = '', LOCALAPPDATA = '' } = environment;
  const first = platform === 'win32' ? [XDG_STATE_HOME, LOCALAPPDATA] : [XDG_STATE_HOME];
  const given = first.find((path) => paths.isAbsolute(path));
  const state =
    given ?? (paths.isAbsolute(home) ? paths.join(home, ...stateBelowHome(platform)) : undefined);
  return state && paths.join(state, 'fibtui', 'runs');
}

function stateBelowHome(platform: string): readonly string[] {
  switch (platform) {
    case 'darwin':
      return ['Library', 'Application Support'];
    case 'win32':
      return ['AppData', 'Local'];
    default:
      return ['.local', 'state'];
  }
}

/** The file with the notes on the runs beside it. */
export const notesName = 'notes.json';

/** Whether fibtui named the file: no other file is ever removed unasked. */
export const isRunFileName = (name: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d-]+Z-[\da-f]{8}\.json\.gz$/.test(name);

/** The file that is written before it gets this name. */
export const partOf = (name: string): string => `.${name}.part`;

export const isPart = (name: string): boolean => name.startsWith('.') && name.endsWith('.part');
