#!/usr/bin/env node
import process from 'node:process';
import { printedText } from './source/front/start/printed-text.ts';
import { runtimeRefusal } from './source/front/start/runtime.ts';

const refusal = runtimeRefusal(process.versions);
if (refusal !== undefined) {
  process.stderr.write(`fibtui: ${refusal}\n`);
  process.exit(2);
}

const argv = process.argv.slice(2);
// Beside the built program. Asking the imports of the package where it is takes longer.
const file = new URL('printed.json', import.meta.url);
const text = printedText({ argv, columns: process.stdout.columns, file });
if (text === undefined) {
  // Loaded after the check: another runtime could not even load the rest.
  const { start } = await import('./source/front/start/start.ts');
  await start(process, argv);
} else {
  print(text);
}

/** Loads nothing else, unless the text cannot be written. */
function print(text: string): void {
  process.stdout.once('error', (error) => void endBy(error));
  process.stdout.write(text);
}

async function endBy(error: Error): Promise<void> {
  const { openEnding } = await import('./source/front/ending/ending.ts');
  openEnding(process);
  process.stdout.emit('error', error);
}
