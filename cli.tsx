#!/usr/bin/env node
import process from 'node:process';
import manifest from '#package' with { type: 'json' };
import { keepCompiled } from './source/front/compile-cache.ts';
import { homeFolder } from './source/front/home-folder.ts';
import { printedText } from './source/front/printed-text.ts';
import { runtimeRefusal } from './source/front/runtime.ts';

const refusal = runtimeRefusal(process.versions);
if (refusal !== undefined) {
  process.stderr.write(`fibtui: ${refusal}\n`);
  process.exit(2);
}

const argv = process.argv.slice(2);
const text = printedText(argv, process.stdout.columns);
if (text === undefined) {
  await start();
} else {
  print(text);
}

/** Loads nothing else, unless the text cannot be written. */
function print(text: string): void {
  process.stdout.once('error', (error) => void endBy(error));
  process.stdout.write(text);
}

async function endBy(error: Error): Promise<void> {
  await open();
  process.stdout.emit('error', error);
}

async function open() {
  // Loaded after the check: another runtime could not even load the rest.
  const { openEnding } = await import('./source/front/ending/ending.ts');
  return openEnding(process);
}

/** Does what the arguments ask for. */
async function start(): Promise<void> {
  // Before the rest is loaded, which is what it speeds up.
  const { env: environment, platform } = process;
  keepCompiled({ environment, home: homeFolder, platform, user: process.getuid?.() });

  const ending = await open();
  try {
    const { answer } = await import('./source/front/answer.ts');
    const { version, dependencies } = manifest;
    const libraries = { tinypool: dependencies.tinypool };
    await answer(argv, { program: process, ending, version, libraries });
  } catch (error) {
    ending.fail(error);
  }
}
