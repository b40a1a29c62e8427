#!/usr/bin/env node
import process from 'node:process';
import manifest from '#package' with { type: 'json' };
import { keepCompiled } from './source/front/compile-cache.ts';
import { homeFolder } from './source/front/home-folder.ts';
import { runtimeRefusal } from './source/front/runtime.ts';

const refusal = runtimeRefusal(process.versions);
if (refusal !== undefined) {
  process.stderr.write(`fibtui: ${refusal}\n`);
  process.exit(2);
}

// Before the rest is loaded, which is what it speeds up.
const { env: environment, platform } = process;
keepCompiled({ environment, home: homeFolder, platform, user: process.getuid?.() });

// Loaded after the check: another runtime could not even load the rest.
const { openEnding } = await import('./source/front/ending/ending.ts');
const ending = openEnding(process);

try {
  const { answer } = await import('./source/front/answer.ts');
  const { version, dependencies } = manifest;
  const libraries = { tinypool: dependencies.tinypool };
  await answer(process.argv.slice(2), { program: process, ending, version, libraries });
} catch (error) {
  ending.fail(error);
}
