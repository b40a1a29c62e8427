import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import { readOptions } from '../../source/options/read-options.ts';
import { inForce, refuseWindow } from '../../source/options/record-flags.ts';
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

test('what they say of Ray stays, for it can be switched on later', () => {
  const flags = '--ray-rounds 5 --ray-python python3 --ray-ca /nowhere --tasks cluster';
  const given = {
    rayRounds: 5,
    rayPython: 'python3',
    rayCa: '/nowhere',
    tasks: 'cluster',
  } as const;
  const { settings, ray } = optionsOf([], having(flags));
  assert.deepEqual(settings, { ...defaultSettings, ...given });
  assert.deepEqual(ray, { python: 'python3' });
  const without = optionsOf(['--engines', 'local,pool'], having(`--ray head ${flags}`));
  const head = { at: 'http://head:8265', from: 'FIBTUI_OPTIONS' };
  assert.deepEqual(without.settings, { ...defaultSettings, ...given, ray: head });
});

test('certificates in them are read once Ray takes part', () => {
  const environment = having('--ray-ca /nowhere');
  const sentence =
    'With the flags in FIBTUI_OPTIONS: --ray-ca "/nowhere" does not exist: pass a file with CA certificates in PEM format.';
  assert.equal(refusalOf(['--ray', 'head'], environment), sentence);
  assert.equal(refusalOf(['doctor', '--ray', 'head'], environment), sentence);
  assert.equal(readOptions(['doctor'], '1.2.3', environment).type, 'doctor');
});

test('a typed --ray adds Ray, whatever engines they name', () => {
  const environment = having('--engines local,local');
  const { engines } = optionsOf(['--ray', 'start'], environment).settings;
  assert.deepEqual(engines, ['local', 'pool', 'ray']);
  const own = optionsOf(['--ray', 'start'], having('--engines ray,local')).settings.engines;
  assert.deepEqual(own, ['ray', 'local']);
});

test('a size of the layout in them is only for what is drawn', () => {
  const size = { columns: 100, rows: 30 };
  const asked = optionsOf([], having('--window-size 100x30'));
  assert.deepEqual(inForce(asked, true).window, size);
  assert.equal(inForce(asked, false).window, undefined);
  const film = optionsOf(['--record', 'a.cast'], having('--window-size 100x30'));
  assert.deepEqual(inForce(film, false).window, size);
  const typed = optionsOf(['--window', '80x24'], having('--window-size 100x30'));
  assert.deepEqual(inForce(typed, false).window, { columns: 80, rows: 24 });
});

test('a size of the layout in them that does not fit says where it is from', () => {
  const asked = inForce(optionsOf([], having('--window-size 100x30')), true);
  assert.throws(() => refuseWindow(asked, { columns: 80, rows: 24 }), {
    message:
      '--window-size 100x30 (from FIBTUI_OPTIONS) is larger than this terminal (80x24): choose a smaller one, or enlarge the terminal.',
  });
});

test('a typed film wins over sentences in them', () => {
  for (const film of [
    ['--record', 'a.cast'],
    ['--window-size', '80x24'],
  ]) {
    assert.equal(optionsOf(film, having('--plain')).plain, false, film[0]);
    assert.equal(optionsOf([...film, '--plain'], having('--plain')).plain, true, film[0]);
  }
});

const idle: readonly (readonly [flags: string, argv: readonly string[]])[] = [
  ['--cast-version 3 --overwrite', []],
];

for (const [flags, argv] of idle) {
  test(`${flags} means nothing for fibtui ${argv.join(' ')}`, () =>
    assert.deepEqual(optionsOf(argv, having(flags)), optionsOf(argv)));
}

const known: Readonly<Record<string, readonly string[]>> = {
  replay: ['--color', 'never', '--speed', '2'],
  demo: ['--color', 'never'],
  'demo --offline': ['--color', 'never', '--speed', '2'],
  'replay --record a': ['--color', 'never', '--speed', '2', '--overwrite'],
  history: ['--color', 'never'],
  show: ['--color', 'never'],
  doctor: ['--color', 'never'],
};

for (const [line, flags] of Object.entries(known)) {
  test(`fibtui ${line} takes the flags that it knows, and ignores the others`, () => {
    const all = '--color never --size 7 --force --speed 2 --overwrite --quiet --save';
    assert.deepEqual(
      readOptions(line.split(' '), '1.2.3', having(all)),
      readOptions([...line.split(' '), ...flags], '1.2.3'),
    );
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

test('the cause that is named is that of all flags together', () => {
  const typed = ['--ray-python', 'x', '--workload', 'bigint'];
  assert.equal(
    refusalOf(typed, having('--ray start')),
    'With the flags in FIBTUI_OPTIONS: --workload bigint is not available on Ray, which computes in Python: use list or pair, or leave Ray out.',
  );
  assert.equal(
    refusalOf(['--ray-python', 'x'], having('--engines local')),
    'With the flags in FIBTUI_OPTIONS: --ray-python is given, but --engines leaves Ray out: add ray to --engines, or leave it out.',
  );
});

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
