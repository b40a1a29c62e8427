import type { ShowOptions } from '../options/options.ts';
import { hasScreen, type OutputName } from '../output/formats.ts';
import { outputs } from '../output/outputs.ts';
import type { Paper } from '../output/paper.ts';
import { savedHead } from '../output/saved-head.ts';
import { openSavedReport, type SavedReport } from '../session/replay/saved-report.ts';
import { openPalette } from './colours/palettes.ts';
import { paperFor, savedRuns, type Surroundings } from './surroundings.ts';

/** Prints a saved run as it was printed when it ended, below when and where that was. */
export async function show(options: ShowOptions, around: Surroundings): Promise<never> {
  const { run = 'last', ascii, plain } = options;
  const output = plain && hasScreen(options.output) ? 'sentences' : options.output;
  const saved = await openSavedReport(run, savedRuns(around));
  const { palette } = openPalette(options, around.program);
  const paper = paperFor(around, { ascii, palette: palette() });
  return around.ending.finish(printed(saved, output, paper), 0);
}

function* printed(saved: SavedReport, output: OutputName, paper: Paper): Iterable<string> {
  yield savedHead(output, saved, paper);
  yield* outputs[output].print(saved.report, paper);
}
