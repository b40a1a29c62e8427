#!/usr/bin/env node
import { homedir } from 'node:os';
import process from 'node:process';
import manifest from '#package' with { type: 'json' };
import { keepCompiled } from './source/front/compile-cache.ts';

const [oldestMajor, oldestMinor] = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
  process.stderr.write(
    `fibtui: needs Node ${oldestMajor}.${oldestMinor} or newer, this is ${process.versions.node}.\n`,
  );
  process.exit(2);
}

// Before the rest is loaded, which is what it speeds up.
const { env: environment, platform } = process;
keepCompiled({ environment, home: homedir, platform, user: process.getuid?.() });

// Loaded after the check: an old Node could not even parse the rest.
const { openEnding } = await import('./source/front/ending.ts');
const ending = openEnding(process);

try {
  const { answer } = await import('./source/front/answer.ts');
  const { version, dependencies } = manifest;
  const libraries = { tinypool: dependencies.tinypool };
  await answer(process.argv.slice(2), { program: process, ending, version, libraries });
} catch (error) {
  ending.fail(error);
}
