import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { saveRun } from '../../../source/output/run-files/save.ts';
import { demoRecordings } from '../session/demo-recordings.ts';
import { liveRun, temporaryFolder } from '../profiles/runs.ts';
import { quick } from './terminal-screens.ts';
import { openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

/** A new user, who has not run anything yet. */
export type Person = {
  readonly open: (options?: TerminalOptions) => Terminal;
  readonly env: Readonly<Record<string, string>>;
};

export async function newPerson(t: TestContext): Promise<Person> {
  const env = { XDG_STATE_HOME: await temporaryFolder(t) };
  return { env, open: (options) => openTerminal({ ...options, env: { ...options?.env, ...env } }) };
}

/** Runs a small plan to its end, quits, and returns the results from the screen. */
export async function runOnce(person: Person, options: TerminalOptions = {}): Promise<string> {
  using terminal = person.open({ args: quick, ...options });
  await terminal.until('SETUP');
  terminal.press('enter');
  const results = await terminal.until('RESULTS');
  terminal.press('q');
  await terminal.exited;
  return results;
}

/** Saves a made-up run of four seconds: long enough to be seen playing, and one arrow key leads to its end. */
export async function saveMadeUpRun({ env }: Person): Promise<void> {
  const [{ scene, events }] = demoRecordings(200);
  const folder = join(env['XDG_STATE_HOME'] ?? '', 'fibtui', 'runs');
  const { status } = await saveRun(folder, liveRun([...scene, ...events]));
  assert.equal(status, 'saved');
}

/** What is in the frame: the same for a run and for its replay, which has a title of its own. */
export const contentOf = (screen: string): string =>
  withoutKeys(screen).split('\n').slice(1).join('\n');

/** The frame and its content, without the keys below it. */
export const withoutKeys = (screen: string): string => screen.split('\n').slice(0, -2).join('\n');
