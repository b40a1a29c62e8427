#!/usr/bin/env node
import { homedir } from 'node:os';
import process from 'node:process';
import manifest from '#package' with { type: 'json' };
import type { Session } from './source/core/session.ts';
import type { Recording } from './source/output/asciicast/recording.ts';
import type { Invocation, Options, ReplayOptions } from './source/session/options.ts';

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

/** In milliseconds: time to read the results, which nobody waits for while they are drawn. */
const resultsStand = 5000;

try {
  const { readOptions } = await import('./source/session/options.ts');
  const invocation = readOptions(process.argv.slice(2), manifest.version, process.env);
  await answer(invocation);
} catch (error) {
  ending.fail(error);
}

async function answer(invocation: Invocation): Promise<never> {
  switch (invocation.type) {
    case 'print':
      return ending.finish(invocation.text, 0);
    case 'replay':
      return replay(invocation.options);
    case 'run':
      return run(invocation.options);
  }
}

async function run(options: Options): Promise<never> {
  const { openSession } = await import('./source/session/session.ts');
  const { printed } = await import('./source/session/printed.ts');
  const { exitCodeOf } = await import('./source/core/exit-code.ts');
  const { tinypool } = manifest.dependencies;
  const ray = { environment: process.env, home: homedir(), ...options.ray };
  const { openHistory } = await import('./source/session/history.ts');
  const { openKeeper } = await import('./source/session/keeper.ts');
  const folder = await savedRuns();
  const history = openHistory(folder);
  const keeper = keepsRuns(options) ? openKeeper(folder) : undefined;
  const session = openSession({
    version: manifest.version,
    libraries: { tinypool },
    ray,
    history,
    ...(keeper ? { keeper } : {}),
  });
  process.on('SIGCONT', session.wasStopped);
  const film = await filmOf(session, options);
  await (canDraw(options) ? runScreen(session, options, film) : runUnseen(session, options, film));
  await session.close();
  const unsaved = await keeper?.settled();
  if (unsaved) {
    const { told } = await import('./source/core/failure.ts');
    process.stderr.write(`fibtui: ${told(unsaved)}\n`);
  }

  const text = printed(session, { ...options, ...paper() });
  // The film ends as a terminal does: on the summary.
  film?.stdout.write(printed(session, { ...options, json: false, columns: film.stdout.columns }));
  const left = film && canDraw(options) ? '' : text;
  return ending.finish(left, exitCodeOf(session.state(), ending.interruption()));
}

/** What was played to its end is printed as it was then. */
async function replay(options: ReplayOptions): Promise<never> {
  const { openSavedReplay } = await import('./source/session/saved-replay.ts');
  const { printed } = await import('./source/session/printed.ts');
  const { defaultSettings } = await import('./source/core/settings.ts');
  const { signalExitCodes } = await import('./source/core/exit-code.ts');
  const session = await openSavedReplay(options, await savedRuns());
  if (canDraw(options)) {
    await runScreen(session, { settings: defaultSettings, ascii: options.ascii });
  } else {
    session.playback.seek(Number.POSITIVE_INFINITY);
  }

  const ended = session.playback.status().state === 'ended';
  await session.close();
  const interruption = ending.interruption();
  return ending.finish(
    ended ? printed(session, { ...options, ...paper() }) : '',
    interruption ? signalExitCodes[interruption] : 0,
  );
}

async function savedRuns(): Promise<string | undefined> {
  const { runsFolder } = await import('./source/output/run-files/folder.ts');
  const { env: environment, platform } = process;
  return runsFolder({ environment, home: homedir(), platform });
}

function keepsRuns(options: Options): boolean {
  return options.keep === 'all' || (options.keep === 'shown' && canDraw(options));
}

/** How wide what is printed may be, where that is known. */
function paper(): { readonly columns?: number } {
  const { columns } = process.stdout;
  return columns ? { columns } : {};
}

function canDraw({ json }: Pick<Options, 'json'>): boolean {
  return !json && process.stdout.isTTY && process.stdin.isTTY && process.env['TERM'] !== 'dumb';
}

/** What is drawn on where that is not the terminal as it is. */
async function filmOf(session: Session, options: Options): Promise<Recording | undefined> {
  const { record, window, settings } = options;
  if (!record && !window) {
    return undefined;
  }

  const { openFilm } = await import('./source/session/film.ts');
  const [overwrite, seen] = [settings.force, canDraw(options)];
  return openFilm({ asked: options, overwrite, seen, program: process, session, ending });
}

async function runScreen(
  session: Session,
  options: Pick<Options, 'settings' | 'ascii'>,
  film?: Recording,
): Promise<void> {
  // The library that colours the screen knows this variable alone, and reads it when it loads.
  if (process.env['NO_COLOR']) {
    process.env['FORCE_COLOR'] = '0';
  }

  const { mount } = await import('./source/ui/mount.tsx');
  const onInterrupt = () => ending.interrupt('SIGINT');
  // A shell's own answer to Ctrl+Z: it returns when the program goes on.
  const onSuspend = () => process.platform !== 'win32' && process.kill(0, 'SIGTSTP');
  const { settings, ascii } = options;
  const onKey = () => film?.typed();
  const { leave, left } = mount(
    { session, settings, ascii, onInterrupt, onSuspend, onKey },
    film && { stdout: film.stdout },
  );
  ending.leaveBy(leave);
  await left;
}

/** Runs the plan at once; what it looks like is drawn for the film alone, if there is one. */
async function runUnseen(session: Session, options: Options, film?: Recording): Promise<void> {
  const screen = film && (await openHidden(session, options, film));
  const plain = runPlain(session, options, screen?.leave);
  await (screen ? Promise.race([plain, screen.left]) : plain);
  if (screen && !ending.interruption()) {
    await screen.show();
    film?.stand(resultsStand);
    screen.leave();
  }
}

async function openHidden(session: Session, { settings, ascii }: Options, film: Recording) {
  const before = process.env['FORCE_COLOR'];
  process.env['FORCE_COLOR'] = process.env['NO_COLOR'] ? '0' : (before ?? '3');
  const { mount } = await import('./source/ui/mount.tsx');
  // What fibtui starts later may write to something else than this terminal.
  if (before === undefined) {
    delete process.env['FORCE_COLOR'];
  }

  const { virtualKeyboard } = await import('./source/output/asciicast/virtual-keyboard.ts');
  const hands = { onInterrupt() {}, onSuspend() {}, follows: true };
  return mount(
    { session, settings, ascii, ...hands },
    { stdout: film.stdout, stdin: virtualKeyboard() },
  );
}

async function runPlain(session: Session, options: Options, leave = () => {}): Promise<void> {
  const { runHeadless } = await import('./source/session/headless.ts');
  const progress = (text: string) => void process.stderr.write(`${text}\n`);
  const left = new Promise<void>((resolve) => {
    ending.leaveBy(() => {
      leave();
      resolve();
    });
  });
  const seen = process.stderr.isTTY ? { progress } : {};
  await Promise.race([runHeadless({ session, options, ...seen }), left]);
}
