import type { RunList } from '../report/run-summary.ts';
import { fileName } from './run-texts.ts';

/** Run files end in it; an ID may leave it out. */
export const runFileEnd = '.json.gz';

/** `last` is the newest run, `last~2` the third last. */
const lastId = /^last(?:~(\d+))?$/;

/** How many runs lie between the newest one and the one that such an ID names; undefined for every other ID. */
export function runsBack(id: string): number | undefined {
  const found = lastId.exec(id);
  return found ? Number(found[1] ?? 0) : undefined;
}

/** The paths of all run files, those that cannot be opened as well. */
export const pathsIn = ({ runs, skipped }: RunList): readonly string[] =>
  [...runs, ...skipped].map(({ path }) => path);

/** The paths that an ID names: one, none, or several that end in it. A whole name is that of its file alone. */
export function pathsNamed(id: string, paths: readonly string[]): readonly string[] {
  const end = withoutEnd(id);
  const whole = paths.filter((path) => nameOf(path) === end);
  return whole.length > 0 ? whole : paths.filter((path) => nameOf(path).endsWith(end));
}

/** Shorter ends would soon name several runs. */
const shortest = 4;

/** A name of so many letters was given by the user, and is shown as it is. */
const shortName = 12;

/** For every path the shortest end of its name that names no other one; short names stay whole. */
export function runIds(paths: readonly string[]): ReadonlyMap<string, string> {
  return new Map(paths.map((path) => [path, shortestId(path, paths)]));
}

function shortestId(path: string, paths: readonly string[]): string {
  const letters = Array.from(nameOf(path));
  const first = letters.length <= shortName ? letters.length : shortest;
  for (let length = first; length < letters.length; length++) {
    const id = letters.slice(-length).join('');
    const [named, ...others] = pathsNamed(id, paths);
    if (isTypable(id) && named === path && others.length === 0) {
      return id;
    }
  }

  const whole = letters.join('');
  return runsBack(whole) === undefined ? whole : fileName(path);
}

/** Whether it is neither taken for a flag nor for `last`. */
const isTypable = (id: string): boolean => !id.startsWith('-') && runsBack(id) === undefined;

const nameOf = (path: string): string => withoutEnd(fileName(path));

const withoutEnd = (name: string): string =>
  name.endsWith(runFileEnd) ? name.slice(0, -runFileEnd.length) : name;
