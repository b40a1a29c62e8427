#!/usr/bin/env node
import process from 'node:process';
import manifest from '#package' with { type: 'json' };
import type { EndingSignal } from './source/core/exit-code.ts';
import type { Session } from './source/core/session.ts';
import type { Options } from './source/session/options.ts';

const [oldestMajor, oldestMinor] = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
  end(`needs Node ${oldestMajor}.${oldestMinor} or newer, this is ${process.versions.node}.`, 2);
}

// Everything else is loaded behind the check: an old Node could not even parse it.
const { UsageError, failureOf } = await import('./source/core/failure.ts');
const { exitCodeOf, signalExitCodes } = await import('./source/core/exit-code.ts');
const { readOptions } = await import('./source/session/options.ts');

let interruption: EndingSignal | undefined;
const codeNow = () => (interruption ? signalExitCodes[interruption] : 0);

// A reader that has gone, or a terminal that has: there is nobody left to tell.
process.stdout.on('error', () => process.exit(codeNow()));
process.stderr.on('error', () => {});

try {
  const invocation = readOptions(process.argv.slice(2), manifest.version);
  process.exit(
    await (invocation.type === 'print' ? print(invocation.text) : run(invocation.options)),
  );
} catch (error) {
  const { message, hint } = failureOf(error);
  const usage = error instanceof UsageError;
  end(usage ? message : `${message} ${hint}`, usage ? 2 : 1);
}

async function run(options: Options): Promise<number> {
  const { openSession } = await import('./source/session/session.ts');
  const { printed } = await import('./source/session/printed.ts');
  const { tinypool } = manifest.dependencies;
  const session = openSession({ version: manifest.version, libraries: { tinypool } });
  await (canDraw(options) ? runScreen : runPlain)(session, options);
  await session.close();
  const { columns } = process.stdout;
  await print(printed(session, { ...options, ...(columns ? { columns } : {}) }));
  return exitCodeOf(session.state(), interruption);
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
  const onInterrupt = () => interrupt('SIGINT', leave);
  // A shell's own answer to Ctrl+Z: it returns when the program goes on.
  const onSuspend = () => void process.kill(0, 'SIGTSTP');
  const { leave, left } = mount({ session, settings, ascii, onInterrupt, onSuspend });
  onSignals(leave);
  await left;
}

async function runPlain(session: Session, options: Options): Promise<void> {
  const { runHeadless } = await import('./source/session/headless.ts');
  const progress = (text: string) => void process.stderr.write(`${text}\n`);
  const interrupted = new Promise<void>(onSignals);
  const seen = process.stderr.isTTY ? { progress } : {};
  await Promise.race([runHeadless({ session, options, ...seen }), interrupted]);
}

function onSignals(leave: () => void): void {
  for (const signal of Object.keys(signalExitCodes) as EndingSignal[]) {
    process.on(signal, () => interrupt(signal, leave));
  }
}

/** The first one ends what runs in good order, the second one ends the program. */
function interrupt(signal: EndingSignal, leave: () => void): void {
  if (interruption) {
    process.exit(codeNow());
  }

  interruption = signal;
  leave();
}

async function print(text: string): Promise<number> {
  await new Promise((resolve) => process.stdout.write(text, resolve));
  return 0;
}

function end(sentence: string, code: number): never {
  process.stderr.write(`fibtui: ${sentence}\n`);
  process.exit(code);
}
