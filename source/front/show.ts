import { describe } from '../core/failure.ts';
import type { ShowOptions } from '../options/options.ts';
import { hasScreen, type OutputName } from '../output/formats.ts';
import { outputs } from '../output/outputs.ts';
import type { Paper } from '../output/paper.ts';
import { savedHead } from '../output/saved-head.ts';
import { openSavedReport, type SavedReport } from '../session/replay/saved-report.ts';
import { openPalette } from './colours/palettes.ts';
import { say } from './say.ts';
import { paperFor, savedRuns, type Surroundings } from './surroundings.ts';

/** Prints the results of a saved run below when and where it was, and the note on it. Data has neither. */
export async function show(options: ShowOptions, around: Surroundings): Promise<never> {
  const { run = 'last', ascii, plain } = options;
  const output = plain && hasScreen(options.output) ? 'sentences' : options.output;
  const saved = await openSavedReport(run, savedRuns(around));
  say(around.program, hasScreen(output) && saved.unread ? describe(saved.unread) : undefined);
  const { palette } = openPalette(options, around.program);
  const paper = paperFor(around, { ascii, palette: palette() });
  return around.ending.finish(printed(saved, output, paper), 0);
}

function* printed(saved: SavedReport, output: OutputName, paper: Paper): Iterable<string> {
  yield savedHead(output, saved, paper);
  yield* outputs[output].print(saved.report, paper);
}
