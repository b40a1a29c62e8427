import { describe, UsageError } from '../core/failure.ts';
import type { RunList } from '../core/report/run-summary.ts';
import type { HistoryOptions } from '../options/options.ts';
import { historyJson } from '../output/history/json.ts';
import { historyText, unreadableText } from '../output/history/text.ts';
import { openHistory } from '../session/replay/history.ts';
import { openPalette } from './colours/palettes.ts';
import { say } from './say.ts';
import { paperFor, savedRuns, type Surroundings } from './surroundings.ts';

/** Prints the list of saved runs. Data stays data: as JSON, what cannot be opened is named on standard error. */
export async function history(options: HistoryOptions, around: Surroundings): Promise<never> {
  const { output, ascii } = options;
  const { program, ending } = around;
  const folder = savedRuns(around);
  const list = await openHistory(folder).list();
  refuseFolder(list, folder);
  say(program, list.unread && describe(list.unread));
  if (output === 'json') {
    say(program, unreadableText(list.skipped));
    return ending.finish(historyJson(list), 0);
  }

  const { palette } = openPalette(options, program);
  const paper = paperFor(around, { ascii, palette: palette() });
  return ending.finish([historyText(list, paper)], 0);
}

/** Throws a `UsageError` if the folder itself is what cannot be read. */
function refuseFolder({ skipped }: RunList, folder: string | undefined): void {
  const found = skipped.find(({ path }) => path === folder);
  if (found) {
    throw new UsageError(`The saved runs cannot be listed: ${found.path} ${found.reason}.`);
  }
}
