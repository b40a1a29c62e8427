import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import { readOptions } from '../../source/options/read-options.ts';
import { optionsOf, refusalOf } from '../helpers/terminal/invocations.ts';

const having = (FIBTUI_OPTIONS: string) => ({ FIBTUI_OPTIONS });

test('FIBTUI_OPTIONS holds flags that every start takes', () => {
  const { settings, theme } = optionsOf(['-n', '8'], having('--theme light -r 10'));
  assert.equal(theme, 'light');
  assert.deepEqual(settings, { ...defaultSettings, tasks: 8, rounds: 10 });
});

test('a flag on the command line wins, and is not given twice', () => {
  const environment = having('--rounds 10 --save --json --ray http://head:1');
  const options = optionsOf(['--repeats', '7', '--no-history', '--ray', 'start'], environment);
  assert.equal(options.settings.rounds, 7);
  assert.equal(options.save, 'none');
  assert.deepEqual(options.settings.ray, { at: 'start', from: '--ray' });
});

test('an address says that it comes from there', () =>
  assert.deepEqual(optionsOf([], having('--ray head')).settings.ray, {
    at: 'http://head:8265',
    from: 'FIBTUI_OPTIONS',
  }));

test('its words are split as a shell splits them, and nothing is expanded', () => {
  const python = String.raw`--ray start --ray-python '/opt/a b'"/it's \"\$HOME\" "\ c`;
  const { settings } = optionsOf([], having(`  ${python}\n`));
  assert.equal(settings.rayPython, `/opt/a b/it's "$HOME"  c`);
});

const idle: readonly (readonly [flags: string, argv: readonly string[]])[] = [
  ['--ray-rounds 5 --ray-python python3 --ray-ca /nowhere', []],
  ['--tasks cluster', []],
  ['--ray start --ray-rounds 5', ['--engines', 'local,pool']],
  ['--cast-version 3 --overwrite', []],
];

for (const [flags, argv] of idle) {
  test(`${flags} means nothing for fibtui ${argv.join(' ')}`, () =>
    assert.deepEqual(optionsOf(argv, having(flags)), optionsOf(argv)));
}

for (const command of ['replay', 'demo', 'history', 'show', 'doctor']) {
  test(`fibtui ${command} takes the flags that it knows, and ignores the others`, () => {
    const flags = '--color never --size 7 --force --speed 2 --overwrite --quiet --save';
    const invocation = readOptions([command], '1.2.3', having(flags));
    assert.ok('options' in invocation && 'color' in invocation.options);
    assert.equal(invocation.options.color, 'never');
  });
}

test('--help and --version need no valid FIBTUI_OPTIONS', () =>
  assert.equal(readOptions(['--version'], '1.2.3', having('"')).type, 'print'));

const refused: readonly (readonly [flags: string, sentence: string])[] = [
  ['replay', 'FIBTUI_OPTIONS holds "replay": only flags can stand there.'],
  ['--json rows.mjs', 'FIBTUI_OPTIONS holds "rows.mjs": only flags can stand there.'],
  ['--size "5', 'FIBTUI_OPTIONS has a quote that is not closed.'],
  ['--help', 'FIBTUI_OPTIONS cannot hold --help or --version: type them.'],
  ['-V', 'FIBTUI_OPTIONS cannot hold --help or --version: type them.'],
  [
    '--sizes 5',
    'FIBTUI_OPTIONS: Unknown flag "--sizes". Did you mean "--size"? See fibtui --help.',
  ],
  [
    '--size',
    'FIBTUI_OPTIONS: --size needs a value: write --size <n> or -s <n>. See fibtui --help.',
  ],
  ['-r 5 -r 6', 'FIBTUI_OPTIONS: --rounds is given twice: leave one of them out.'],
  ['--rounds x', 'FIBTUI_OPTIONS: --rounds "x" is not a whole number: write a number like 5.'],
  [
    '--ray https://me:secret@head',
    'FIBTUI_OPTIONS: The Ray address (from --ray) holds a user name or a password, which fibtui would show on the screen. Leave them out of the address; set RAY_AUTH_TOKEN, or an Authorization header in RAY_JOB_HEADERS.',
  ],
  [
    '--ray https://head/?token=secret',
    'FIBTUI_OPTIONS: The Ray address (from --ray) holds a query (?…), which would be lost with the first request. Leave the query out; headers for a proxy go into RAY_JOB_HEADERS.',
  ],
];

for (const [flags, sentence] of refused) {
  test(`FIBTUI_OPTIONS='${flags}' is refused on one line`, () =>
    assert.equal(refusalOf([], having(flags)), sentence));
}

test('what only the flags together make wrong is said of FIBTUI_OPTIONS', () => {
  const environment = having('--size 1M --workload pair');
  assert.equal(
    refusalOf(['--workload', 'list'], environment),
    'With the flags in FIBTUI_OPTIONS: --size 1,000,000 is out of range: list takes 0 to 300,000 terms, pair up to 10,000,000.',
  );
  assert.equal(
    refusalOf(['--rounds', '0'], environment),
    '--rounds 0 is out of range: there can be 1 to 1,000 rounds.',
  );
});
