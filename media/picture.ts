import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openTerminal } from '../test/helpers/terminal.ts';
import { svgOf } from './svg.ts';

const target = fileURLToPath(new URL('results.svg', import.meta.url));

using terminal = openTerminal({ columns: 98, rows: 23, patience: 300_000 });
await terminal.until('all passes');
terminal.press('enter');
await terminal.until('VERDICT');
const label = 'The results of a run: the durations side by side, and the verdict.';
await writeFile(target, svgOf(terminal.emulator, label));
terminal.press('q');
await terminal.exited;
console.log(target);
