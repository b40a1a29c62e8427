#!/usr/bin/env node
import { homedir } from 'node:os';
import process from 'node:process';
import manifest from '#package' with { type: 'json' };
import type { Session } from './source/core/session.ts';
import type { Options } from './source/session/options.ts';

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
  const invocation = readOptions(process.argv.slice(2), manifest.version, process.env);
  await (invocation.type === 'print' ? ending.finish(invocation.text, 0) : run(invocation.options));
} catch (error) {
  ending.fail(error);
}

async function run(options: Options): Promise<never> {
  const { openSession } = await import('./source/session/session.ts');
  const { printed } = await import('./source/session/printed.ts');
  const { exitCodeOf } = await import('./source/core/exit-code.ts');
  const { tinypool } = manifest.dependencies;
  const ray = { environment: process.env, home: homedir(), ...options.ray };
  const session = openSession({ version: manifest.version, libraries: { tinypool }, ray });
  process.on('SIGCONT', session.wasStopped);
  await (canDraw(options) ? runScreen : runPlain)(session, options);
  await session.close();
  const { columns } = process.stdout;
  const text = printed(session, { ...options, ...(columns ? { columns } : {}) });
  return ending.finish(text, exitCodeOf(session.state(), ending.interruption()));
}

function canDraw({ json }: Options): boolean {
  return !json && process.stdout.isTTY && process.stdin.isTTY && process.env['TERM'] !== 'dumb';
}

async function runScreen(session: Session, { settings, ascii }: Options): Promise<void> {
  // The library that colours the screen knows this variable alone, and reads it when it loads.
  if (process.env['NO_COLOR']) {
    process.env['FORCE_COLOR'] = '0';
  }

  const { mount } = await import('./source/ui/mount.tsx');
  const onInterrupt = () => ending.interrupt('SIGINT');
  // A shell's own answer to Ctrl+Z: it returns when the program goes on.
  const onSuspend = () => process.platform !== 'win32' && process.kill(0, 'SIGTSTP');
  const { leave, left } = mount({ session, settings, ascii, onInterrupt, onSuspend });
  ending.leaveBy(leave);
  await left;
}

async function runPlain(session: Session, options: Options): Promise<void> {
  const { runHeadless } = await import('./source/session/headless.ts');
  const progress = (text: string) => void process.stderr.write(`${text}\n`);
  const left = new Promise<void>(ending.leaveBy);
  const seen = process.stderr.isTTY ? { progress } : {};
  await Promise.race([runHeadless({ session, options, ...seen }), left]);
}
