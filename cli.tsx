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
  process.exitCode =
    invocation.type === 'print' ? await print(invocation.text) : await run(invocation.options);
} catch (error) {
  if (error instanceof UsageError) {
    end(error.message, 2);
  }

  const { message, hint } = failureOf(error);
  end(`${message} ${hint}`, 1);
}

process.exit();

async function run(options: Options): Promise<number> {
  const { openSession } = await import('./source/session/session.ts');
  const { printed } = await import('./source/session/printed.ts');
  const { tinypool } = manifest.dependencies;
  const session = openSession({ version: manifest.version, libraries: { tinypool } });
  await (canDraw(options) ? runScreen : runPlain)(session, options);
  await session.close();
  await print(printed(session, options));
  return exitCodeOf(session.state(), interruption);
}

function canDraw({ json }: Options): boolean {
  return !json && process.stdout.isTTY && process.stdin.isTTY && process.env['TERM'] !== 'dumb';
}

async function runScreen(session: Session, { settings, ascii }: Options): Promise<void> {
  const [{ render }, { App }] = await Promise.all([import('ink'), import('./source/ui/app.tsx')]);
  const leave = () => screen.unmount();
  const screen = render(
    <App
      session={session}
      settings={settings}
      ascii={ascii}
      onInterrupt={() => interrupt('SIGINT', leave)}
    />,
    { alternateScreen: true, interactive: true, exitOnCtrlC: false, maxFps: 60 },
  );
  onSignals(leave);
  await screen.waitUntilExit();
}

async function runPlain(session: Session, options: Options): Promise<void> {
  const { runHeadless } = await import('./source/session/headless.ts');
  const progress = (text: string) => void process.stderr.write(`${text}\n`);
  const interrupted = new Promise<void>(onSignals);
  await Promise.race([
    runHeadless({ session, options, ...(process.stderr.isTTY ? { progress } : {}) }),
    interrupted,
  ]);
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
