import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandNames } from '../../source/options/command-names.ts';
import { printedBy } from '../helpers/terminal/invocations.ts';

for (const argv of [['--version'], ['-V'], ['version'], ['--json', '--version']]) {
  test(`fibtui ${argv.join(' ')} prints the version`, () =>
    assert.equal(printedBy(argv), '1.2.3\n'));
}

/** The flags that a help explains. */
const flagsIn = (help: string): readonly string[] =>
  (help.match(/^ {2}(?:-\w, )?--[a-z-]+/gm) ?? []).map((flag) => flag.replace(/^.*--/, ''));

test('fibtui --help shows every command, and the fifteen flags that matter', () => {
  const help = printedBy(['--help']);
  for (const name of [...commandNames, 'help', 'version']) {
    assert.match(help, new RegExp(`^  ${name}( \\[\\w+\\])?  +\\w`, 'm'));
  }

  assert.deepEqual(flagsIn(help), [
    'size',
    'tasks',
    'workers',
    'rounds',
    'workload',
    'engines',
    'wait-quiet',
    'ray',
    'json',
    'quiet',
    'plain',
    'record',
    'save',
    'version',
    'help',
  ]);
});

for (const argv of [['-h'], ['--help', '--json'], ['--size', '7', '--help'], ['help']]) {
  test(`fibtui ${argv.join(' ')} shows the same as fibtui --help`, () =>
    assert.equal(printedBy(argv), printedBy(['--help'])));
}

test('fibtui help all shows every flag of every command, by groups, and no other name of one', () => {
  const shown = flagsIn(printedBy(['help', 'all']));
  const each = commandNames.flatMap((name) => flagsIn(printedBy(['help', name])));
  assert.deepEqual(shown.toSorted(), [...new Set([...each, 'version'])].toSorted());
  assert.doesNotMatch(
    printedBy(['help', 'all']),
    /--(repeats|runs|window|idle-limit|colour)\b(?!-)/,
  );
});

test('fibtui -h all shows the same as fibtui help all', () =>
  assert.equal(printedBy(['-h', 'all']), printedBy(['help', 'all'])));

for (const name of commandNames) {
  test(`fibtui ${name} has a help of its own`, () => {
    const help = printedBy([name, '--help']);
    assert.match(help, new RegExp(`^Usage: fibtui ${name} (\\[ID\\] )?\\[options\\]\n`));
    for (const argv of [
      ['help', name],
      ['--help', name],
      [name, '-h', '--json'],
    ]) {
      assert.equal(printedBy(argv), help);
    }
  });
}

test('the help names the defaults', () => {
  const help = printedBy(['--help']).replaceAll(/\s+/g, ' ');
  for (const text of ['50,000', 'auto', 'cpus', '5', 'list', 'local,pool']) {
    assert.ok(help.includes(`(default ${text})`), text);
  }
});
