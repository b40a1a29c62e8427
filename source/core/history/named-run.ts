import { UsageError } from '../failure.ts';
import type { RunList, SkippedRun } from '../report/run-summary.ts';
import { lowered } from '../text/capitals.ts';
import { shortDate } from '../text/date.ts';
import { count, counted } from '../text/format.ts';
import { anyOf } from '../text/listing.ts';
import { pathsIn, pathsNamed, runsBack, runIds } from './run-ids.ts';

/** Where runs come from. */
export const nothingSaved =
  'There is no saved run yet: finish one on the screen, or run with --save.';

/** The path of the run that an ID names. Throws a `UsageError` that says which runs there are. */
export function namedRun(id: string, list: RunList): string {
  const back = runsBack(id);
  if (back !== undefined) {
    return pathAt(back, list);
  }

  const [path, ...others] = pathsNamed(id, pathsIn(list));
  if (path === undefined) {
    throw new UsageError(`No saved run or file is called "${id}": ${newestText(list)}`);
  }

  if (others.length > 0) {
    throw new UsageError(
      `"${id}" could be ${candidatesText([path, ...others], list)}: type more of its name.`,
    );
  }

  return path;
}

function pathAt(back: number, { runs, skipped }: RunList): string {
  const found = runs[back];
  if (found) {
    return found.path;
  }

  if (runs.length === 0) {
    throw new UsageError(nothingIn(skipped));
  }

  const oldest = runs.length === 1 ? 'last' : `last~${runs.length - 1}`;
  throw new UsageError(
    `There ${runs.length === 1 ? 'is' : 'are'} ${counted(runs.length, 'saved run')}, so last~${back} goes too far back: ${oldest} is the oldest.`,
  );
}

const nothingIn = ([damaged]: readonly SkippedRun[]): string =>
  damaged
    ? `There is no saved run that can be opened: ${damaged.path} ${damaged.reason}.`
    : nothingSaved;

function newestText(list: RunList): string {
  const [newest] = list.runs;
  return newest
    ? `the newest run is last, or ${runIds(pathsIn(list)).get(newest.path)}; fibtui history lists all.`
    : lowered(nothingIn(list.skipped));
}

const mostCandidates = 3;

/** "3d4f (30 Nov 01:38), 114f (29 Nov 18:02), 224f or 4 more". */
function candidatesText(paths: readonly string[], list: RunList): string {
  const ids = runIds(pathsIn(list));
  const year = list.runs[0] ? new Date(list.runs[0].when).getFullYear() : Number.NaN;
  const texts = paths.slice(0, mostCandidates).map((path) => {
    const run = list.runs.find((found) => found.path === path);
    return `${ids.get(path)}${run ? ` (${shortDate(run.when, year)})` : ''}`;
  });
  const left = paths.length - texts.length;
  return anyOf(left > 0 ? [...texts, `${count(left)} more`] : texts);
}
