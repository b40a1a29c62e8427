import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readOptions } from '../../source/options/read-options.ts';
import { pages } from '../helpers/docs/pages.ts';
import { callsOf, type Call } from '../helpers/docs/shell.ts';
import { scripts } from '../helpers/package/package.ts';

/** Other programs that the pages name, and what for. A line with any other program fails. */
const others = {
  tee: 'keeps the summary in a file, and shows that a pipe has no screen',
  jq: 'picks fields of the report',
  asciinema: 'plays recordings',
  kubectl: 'makes a cluster reachable',
};

const programs = ['fibtui', 'npm', ...Object.keys(others)];

/** Every call in the pages, with the line it is in. */
const calls = pages.flatMap(({ path, commands }) =>
  commands.flatMap((line) =>
    callsOf(line, programs).map((call) => ({ where: `${path}: ${line}`, call })),
  ),
);

suite('a line to type in the README and the docs', () => {
  for (const { where, call } of calls) {
    const [program, ...words] = call;
    if (program === 'fibtui') {
      test(`is taken by fibtui: ${where}`, () => {
        assert.doesNotThrow(() => readOptions(words, '1.2.3'));
      });
    }

    if (program === 'npm') {
      test(`is known to npm: ${where}`, () => assertKnown(call));
    }
  }

  for (const name of Object.keys(others)) {
    test(`needs ${name}, or the list of other programs is too long`, () => {
      assert.ok(calls.some(({ call: [program] }) => program === name));
    });
  }
});

/** Commands of npm's own. */
const ownCommands = new Set(['ci', 'pack', 'install']);

function assertKnown([, command = '', ...words]: Call): void {
  if (ownCommands.has(command)) {
    return;
  }

  const script = command === 'run' ? words[0] : command;
  assert.ok(script !== undefined && Object.hasOwn(scripts, script), `no script ${script}`);
  const [, ...flags] = words.slice(words.indexOf('--'));
  if (script === 'start' && words.includes('--')) {
    readOptions(flags, '1.2.3');
  }
}

suite('what reads them', () => {
  test('takes a line apart as a shell does', () => {
    assert.deepEqual(callsOf(`fibtui --size 2k 'a b' > x.txt # why`, programs), [
      ['fibtui', '--size', '2k', 'a b'],
    ]);
    assert.deepEqual(callsOf('npm ci && npm start', programs), [
      ['npm', 'ci'],
      ['npm', 'start'],
    ]);
  });

  test('refuses a program that is not listed', () => {
    assert.throws(() => callsOf('curl https://example.org', programs), /curl/);
  });
});
