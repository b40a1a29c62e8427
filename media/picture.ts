import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { paletteOf, type Background, type Colours } from '../source/core/text/palette.ts';
import type { Milliseconds } from '../source/core/units.ts';
import type { WindowSize } from '../source/output/asciicast/format.ts';
import { readRun, type OpenedRun } from '../source/output/run-files/read.ts';
import { filmStep, shoot, type Stage } from './camera.ts';
import { leaveCursorAlone } from './own-cursor.ts';
import { fromTheSetup, momentOf, standingAt } from './stages.ts';

// Draws one screen, to look at it: `npm run media:picture -- results --size 80x24 --theme light`. Keys are pressed one
// after the other: `--keys gc` opens the timeline and shows one engine alone.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '80x24' },
    theme: { type: 'string', default: 'dark' },
    colours: { type: 'string', default: 'all' },
    keys: { type: 'string', default: '' },
    run: { type: 'string' },
    ascii: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const [name = 'results'] = positionals;
const background: Background = values.theme === 'light' ? 'light' : 'dark';
const counts: readonly Colours[] = ['none', 'few', 'indexed', 'all'];
const colours = counts.find((count) => count === values.colours) ?? 'all';

/** Lets a screen settle before the next key. */
const pause: Milliseconds = 500;

// The paper's colours are chosen when they are loaded.
process.env['PAPER'] = background;
const { shotsOf } = await import('./shots.ts');
const { stillOf } = await import('./still.ts');

leaveCursorAlone();
const shown = await opened(values.run ?? media(name === 'ray' ? 'ray' : 'first'));
const presses = Array.from(values.keys).map((bytes, index) => ({ at: (index + 1) * pause, bytes }));
const footage = await shoot({
  window: sizeOf(values.size),
  palette: paletteOf({ background, colours }),
  presses,
  length: (presses.length + 1) * pause,
  open: (clock) => ({ ...stageOf(clock), ascii: values.ascii }),
});
const { shots } = await shotsOf(footage, filmStep);
const file = values.out ?? `${name}-${values.size}-${background}.svg`;
await writeFile(file, stillOf(shots.at(-1)!.screen, name));
console.log(file);

function stageOf(clock: () => Milliseconds): Stage {
  switch (name) {
    case 'setup':
      return fromTheSetup(shown, clock);
    case 'run':
      return standingAt(
        shown,
        momentOf(shown.recording, { id: 'pool', round: 4, share: 0.6 }),
        clock,
      );
    default:
      return standingAt(shown, Number.POSITIVE_INFINITY, clock);
  }
}

function media(run: string): string {
  return fileURLToPath(new URL(`runs/${run}.json.gz`, import.meta.url));
}

async function opened(path: string): Promise<OpenedRun> {
  const read = await readRun(path);
  if (read.status === 'failed') {
    throw new Error(read.failure.message);
  }

  return read.run;
}

function sizeOf(text: string): WindowSize {
  const [columns = 80, rows = 24] = text.split('x').map(Number);
  return { columns, rows };
}
