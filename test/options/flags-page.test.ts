import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { signalExitCodes } from '../../source/core/profile/exit-code.ts';
import { commandNames, type CommandName } from '../../source/options/command-names.ts';
import { optionsOf, printedBy } from '../helpers/terminal/invocations.ts';

const page = readFileSync(new URL('../../docs/keys-and-flags.md', import.meta.url), 'utf8');

/** The text below a line of the page, up to `end`. */
const textBelow = (line: string, end = '\n## '): string =>
  page.split(`\n${line}`)[1]?.split(end)[0] ?? '';

/** The first cells of the rows of a table. */
const cellsIn = (text: string): readonly string[] =>
  text.split('\n').flatMap((row) => /^\| (`.*?|\d.*?) \|/.exec(row)?.[1] ?? []);

const flagsIn = (text: string): readonly string[] =>
  cellsIn(text)
    .flatMap((cell) => cell.match(/--[a-z-]+/g) ?? [])
    .toSorted();

/** The flags in the help of a command. */
function flagsOf(name: CommandName): readonly string[] {
  const found = printedBy([name, '--help']).match(/^ {2}(?:-\w, )?--[a-z-]+/gm) ?? [];
  return found
    .map((flag) => flag.replace(/^.*?--/, '--'))
    .filter((flag) => flag !== '--help')
    .toSorted();
}

test('the page of keys and flags tells of every flag of fibtui, and of no other', () => {
  const flags = flagsIn(textBelow('## Flags\n'));
  assert.deepEqual(flags, [...flagsOf('run'), '--help', '--version'].toSorted());
});

const tables: Readonly<Record<Exclude<CommandName, 'run'>, string>> = {
  replay: textBelow('## Replay\n'),
  demo: textBelow('## Demo\n'),
  history: textBelow('| flag of `history` |', '\n\n'),
  show: textBelow('| flag of `show` |', '\n\n'),
  doctor: textBelow('## Doctor\n'),
};

for (const [name, text] of Object.entries(tables) as [CommandName, string][]) {
  test(`the page of keys and flags tells of every flag of fibtui ${name}, and of no other`, () => {
    assert.deepEqual(flagsIn(text), flagsOf(name));
  });
}

test('the page of keys and flags tells of every command', () => {
  const commands = cellsIn(textBelow('## Commands\n'));
  assert.deepEqual(
    commands.map((cell) => cell.replaceAll('`', '').replace(/ \[.*/, '')),
    ['fibtui', ...[...commandNames, 'help', 'version'].map((name) => `fibtui ${name}`)],
  );
});

test('the page of keys and flags tells of every exit code', () => {
  const codes = cellsIn(textBelow('### Exit codes\n'));
  assert.deepEqual(
    codes.flatMap((cell) => cell.split(', ').map(Number)),
    [0, 1, 2, 3, ...Object.values(signalExitCodes)],
  );
});

test('the flags for every start that the page shows are taken', () => {
  const [, FIBTUI_OPTIONS] = /^export FIBTUI_OPTIONS='(.*)'$/m.exec(page) ?? [];
  const { settings } = optionsOf(['--ray', 'start'], { FIBTUI_OPTIONS });
  assert.equal(settings.rayPython, '/opt/my ray/bin/python');
});
