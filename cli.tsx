#!/usr/bin/env node
import process from 'node:process';
import manifest from '#package' with { type: 'json' };
import type { Host } from './source/front/host.ts';
import type { Invocation } from './source/session/options.ts';

const [oldestMajor, oldestMinor] = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
  process.stderr.write(
    `fibtui: needs Node ${oldestMajor}.${oldestMinor} or newer, this is ${process.versions.node}.\n`,
  );
  process.exit(2);
}

// Everything else is loaded behind the check: an old Node could not even parse it.
const { openEnding } = await import('./source/session/ending.ts');
const ending = openEnding(process);

try {
  const { readOptions } = await import('./source/session/options.ts');
  const { version, dependencies } = manifest;
  const libraries = { tinypool: dependencies.tinypool };
  const invocation = readOptions(process.argv.slice(2), version, process.env);
  await answer(invocation, { program: process, ending, version, libraries });
} catch (error) {
  ending.fail(error);
}

/** Each front end is loaded for itself: the first frame waits for none but its own. */
async function answer(invocation: Invocation, host: Host): Promise<never> {
  switch (invocation.type) {
    case 'print':
      return ending.finish(invocation.text, 0);
    case 'run': {
      const { run } = await import('./source/front/run.ts');
      return run(invocation.options, host);
    }
    case 'replay': {
      const { replay } = await import('./source/front/replay.ts');
      return replay(invocation.options, host);
    }
    case 'demo': {
      const { demo } = await import('./source/front/demo.ts');
      return demo(invocation.options, host);
    }
  }
}
