import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, type Settings } from '../../source/core/plan/settings.ts';
import type { DemoOptions, ReplayOptions } from '../../source/options/options.ts';
import { readOptions } from '../../source/options/read-options.ts';
import { optionsOf, refusalOf } from '../helpers/terminal/invocations.ts';

test('rounds may be called repeats, as they once were', () => {
  const { settings } = optionsOf(['--repeats', '7', '--ray', 'local', '--ray-repeats=2']);
  assert.equal(settings.rounds, 7);
  assert.equal(settings.rayRounds, 2);
});

test('without arguments everything is as it is by default', () => {
  assert.deepEqual(optionsOf([]), {
    settings: defaultSettings,
    output: 'summary',
    ascii: false,
    plain: false,
    quiet: false,
    ray: {},
    save: 'shown',
    overwrite: false,
    atOnce: false,
  });
});

const taken: readonly (readonly [readonly string[], Partial<Settings>])[] = [
  [['--size', '100000'], { size: 100_000 }],
  [['--size=100k'], { size: 100_000 }],
  [['--size', '100_000'], { size: 100_000 }],
  [['--size', '100,000'], { size: 100_000 }],
  [['--size', '1.5k'], { size: 1500 }],
  [['--size', '5e4'], { size: 50_000 }],
  [['--size', '0'], { size: 0 }],
  [['--size', '300000'], { size: 300_000 }],
  [['--size', '10M', '--workload', 'pair'], { size: 10_000_000, workload: 'pair' }],
  [['--tasks', '64'], { tasks: 64 }],
  [['--tasks', 'auto'], { tasks: 'auto' }],
  [['--tasks', 'cpus'], { tasks: 'cpus' }],
  [['--tasks', '1M'], { tasks: 1_000_000 }],
  [['--workers', '3'], { workers: 3 }],
  [['--workers', 'cpus'], { workers: 'cpus' }],
  [['--workers', '1024'], { workers: 1024 }],
  [['--rounds', '1'], { rounds: 1 }],
  [['--rounds', '1k'], { rounds: 1000 }],
  [['--workload', 'list'], { workload: 'list' }],
  [['--workload', 'bigint'], { workload: 'bigint' }],
  [['--engines', 'pool'], { engines: ['pool'] }],
  [['--engines', 'pool,local'], { engines: ['pool', 'local'] }],
  [['--engines', 'local, local'], { engines: ['local', 'local'] }],
  [['--force'], { force: true }],
  [['--wait-quiet'], { waitQuiet: 60_000 }],
  [['--wait-quiet', '90s'], { waitQuiet: 90_000 }],
  [['--wait-quiet=5'], { waitQuiet: 5000 }],
  [['--wait-quiet', '1.5min'], { waitQuiet: 90_000 }],
];

for (const [argv, settings] of taken) {
  test(`${argv.join(' ')} is taken`, () => {
    assert.deepEqual(optionsOf(argv).settings, { ...defaultSettings, ...settings });
  });
}

test('all flags together are taken', () => {
  const line =
    '--ascii --plain --quiet --engines pool,pool --workload pair --size 2M --tasks 4 --workers 2 --rounds 9 --force --json';
  assert.deepEqual(optionsOf(line.split(' ')), {
    settings: {
      workload: 'pair',
      size: 2_000_000,
      tasks: 4,
      workers: 2,
      rounds: 9,
      rayRounds: 'auto',
      engines: ['pool', 'pool'],
      ray: defaultSettings.ray,
      force: true,
    },
    output: 'json',
    ascii: true,
    plain: true,
    quiet: true,
    ray: {},
    save: 'shown',
    overwrite: false,
    atOnce: false,
  });
});

test('a screen reader that Ink is told of gets sentences, too', () => {
  const screenReader = { INK_SCREEN_READER: 'true' };
  assert.equal(optionsOf([], screenReader).plain, true);
  assert.equal(optionsOf([], { INK_SCREEN_READER: 'false' }).plain, false);
  for (const command of ['replay', 'demo', 'show']) {
    const invocation = readOptions([command], '1.2.3', screenReader);
    assert.ok('options' in invocation && 'plain' in invocation.options, command);
    assert.equal(invocation.options.plain, true, command);
  }
});

test('--record is taken, with the version of its file and the window that is pinned', () => {
  const { record, window } = optionsOf(['--record', 'a.cast']);
  assert.deepEqual([record, window], [{ path: 'a.cast', version: 2 }, undefined]);
  const asked = optionsOf([
    '--record=a b',
    '--cast-version',
    '3',
    '--window-size',
    '120x40',
    '--json',
  ]);
  assert.deepEqual(asked.record, { path: 'a b', version: 3 });
  assert.deepEqual(asked.window, { columns: 120, rows: 40 });
  assert.ok(!('record' in asked.settings || 'window' in asked.settings));
});

test('--window-size is taken by itself, from 60x16 on', () => {
  assert.deepEqual(optionsOf(['--window-size', '60x16']).window, { columns: 60, rows: 16 });
  assert.deepEqual(optionsOf(['--window-size', '1000x1000']).window, { columns: 1000, rows: 1000 });
});

const numbers = ['--size', '--tasks', '--workers', '--rounds'] as const;
const wanted = {
  '--size': 'a whole number: write a number like 50000, 50_000, 50,000, 50k or 5e4.',
  '--tasks': 'a whole number, auto, cpus or cluster: write a number like 200.',
  '--workers': 'a whole number or cpus: write a number like 4.',
  '--rounds': 'a whole number: write a number like 5.',
};
const noNumbers = [
  '',
  ' ',
  'x',
  '-5',
  '1.5',
  '1e-5',
  '5,00',
  '_5',
  '5k5',
  '٥',
  '--json',
  'a\nb',
  'a. B',
];

for (const flag of numbers) {
  for (const text of noNumbers) {
    test(`${flag} ${JSON.stringify(text)} is refused with how a number is written`, () => {
      const refusal = `${flag} ${JSON.stringify(text)} is not ${wanted[flag]}`;
      assert.equal(refusalOf([flag, text]), refusal);
      assert.equal(refusalOf([`${flag}=${text}`]), refusal);
    });
  }
}

const refused: readonly (readonly [readonly string[], string])[] = [
  [
    ['--size', '300001'],
    '--size 300,001 is out of range: list takes 0 to 300,000 terms, pair up to 10,000,000.',
  ],
  [
    ['--size', '9'.repeat(30)],
    '--size is out of range: list takes 0 to 300,000 terms, pair up to 10,000,000.',
  ],
  [
    ['--size', '300001', '--workload', 'bigint'],
    '--size 300,001 is out of range: bigint takes 0 to 300,000 terms, pair up to 10,000,000.',
  ],
  [
    ['--size', '20M', '--workload', 'pair'],
    '--size 20,000,000 is out of range: pair takes 0 to 10,000,000 terms.',
  ],
  [['--tasks', '0'], '--tasks 0 is out of range: there can be 1 to 1,000,000 tasks.'],
  [['--tasks', '2M'], '--tasks 2,000,000 is out of range: there can be 1 to 1,000,000 tasks.'],
  [['--workers', '0'], '--workers 0 is out of range: there can be 1 to 1,024 workers.'],
  [['--workers', '1025'], '--workers 1,025 is out of range: there can be 1 to 1,024 workers.'],
  [['--rounds', '0'], '--rounds 0 is out of range: there can be 1 to 1,000 rounds.'],
  [['--rounds', '1001'], '--rounds 1,001 is out of range: there can be 1 to 1,000 rounds.'],
  [['--size', '50.000'], '--size "50.000" is not a whole number: write 50,000.'],
  [['--size', '50K'], '--size "50K" is not a whole number: write 50k.'],
  [
    ['--tasks', '1.000'],
    '--tasks "1.000" is not a whole number, auto, cpus or cluster: write 1,000.',
  ],
  [['--rounds', '1.5'], '--rounds "1.5" is not a whole number: write a number like 5.'],
  [['--rounds', 'auto'], '--rounds "auto" is not a whole number: write a number like 5.'],
  [['--workload', 'lists'], '--workload "lists" is unknown: use list, pair or bigint.'],
  [['--workload', ''], '--workload "" is unknown: use list, pair or bigint.'],
  [['--workload', 'LIST'], '--workload "LIST" is unknown: use list, pair or bigint.'],
  [['--workload', '-5'], '--workload "-5" is unknown: use list, pair or bigint.'],
  [['--workload', 'constructor'], '--workload "constructor" is unknown: use list, pair or bigint.'],
  [
    ['--wait-quiet', '0'],
    '--wait-quiet "0" is not a time from 1s to 60min: write it like 60s or 2min.',
  ],
  [
    ['--wait-quiet=2h'],
    '--wait-quiet "2h" is not a time from 1s to 60min: write it like 60s or 2min.',
  ],
  [
    ['--engines', 'spark'],
    '--engines "spark" names the unknown engine "spark": use any of local, pool, python, ray, separated by commas.',
  ],
  [
    ['--engines', ''],
    '--engines "" has an empty name: use any of local, pool, python, ray, separated by commas.',
  ],
  ...['local,', 'local,,pool', ',pool', 'local, ,pool'].map(
    (names) =>
      [
        ['--engines', names],
        `--engines "${names}" has an empty name: use any of local, pool, python, ray, separated by commas.`,
      ] as const,
  ),
  [
    ['--engines', 'local pool'],
    '--engines "local pool" names the unknown engine "local pool": use any of local, pool, python, ray, separated by commas.',
  ],
  [['--record', ''], '--record is empty: give a path, or leave it out.'],
  [
    ['--record', '--json'],
    '--record "--json" looks like an option: write ./--json for a file with that name.',
  ],
  [
    ['--cast-version', '3'],
    '--cast-version is given, but nothing is recorded: add --record FILE, or leave it out.',
  ],
  [['--record', 'a', '--cast-version', '1'], '--cast-version "1" is unknown: use 2 or 3.'],
  [
    ['--window-size', '120'],
    '--window-size "120" is not a size: write columns and rows, like 120x40.',
  ],
  [
    ['--window-size', '120x'],
    '--window-size "120x" is not a size: write columns and rows, like 120x40.',
  ],
  [
    ['--window-size', '-1x40'],
    '--window-size "-1x40" is not a size: write columns and rows, like 120x40.',
  ],
  [
    ['--window-size', '80x24x3'],
    '--window-size "80x24x3" is not a size: write columns and rows, like 120x40.',
  ],
  [
    ['--window-size', '1.000x40'],
    '--window-size "1.000x40" is not a size: write columns and rows, like 120x40.',
  ],
  [['--window-size', '59x40'], '--window-size 59x40 is out of range: use 60x16 to 1000x1000.'],
  [['--window-size', '60x15'], '--window-size 60x15 is out of range: use 60x16 to 1000x1000.'],
  [['--window-size', '1001x40'], '--window-size 1001x40 is out of range: use 60x16 to 1000x1000.'],
  [
    ['--window-size', '12000x40'],
    '--window-size 12000x40 is out of range: use 60x16 to 1000x1000.',
  ],
  [['--sizes', '5'], 'Unknown flag "--sizes". Did you mean "--size"? See fibtui --help.'],
  [['--brief'], 'Unknown flag "--brief". See fibtui --help.'],
  [['--brief\n'], 'Unknown flag "--brief\\n". See fibtui --help.'],
  [['-x'], 'Unknown flag "-x". See fibtui --help.'],
  [['--json=yes'], '--json takes no value: leave out "=yes".'],
  [['--no-json'], 'Unknown flag "--no-json". See fibtui --help.'],
  [['50000'], 'Unknown command "50000". Did you mean "--size 50000"? See fibtui --help.'],
  [['-5'], 'Unknown flag "-5". See fibtui --help.'],
  [[''], 'Unknown command "". See fibtui --help.'],
  [['--json', 'yes'], 'Unknown command "yes". See fibtui --help.'],
  [['--size', '5', '7', '8'], 'Unknown command "7". Did you mean "--size 7"? See fibtui --help.'],
  [['--save', '--no-history'], '--save and --no-history exclude each other: leave one out.'],
  [['replay', ''], 'The ID of the run is empty: give a path, or leave it out.'],
  [['replay', '--speed'], '--speed needs a value: write --speed <n>. See fibtui replay --help.'],
  [['replay', 'a', 'b'], '"b" is one word too many: write fibtui replay [ID] [options].'],
  [
    ['replay', '--size', '5'],
    '--size is a flag of fibtui, not of fibtui replay. See fibtui --help.',
  ],
  [
    ['replay', '--speed', '0'],
    '--speed "0" is not a number from 0.1 to 1000: write it like 4 or 0.5.',
  ],
  [
    ['replay', '--speed', 'fast'],
    '--speed "fast" is not a number from 0.1 to 1000: write it like 4 or 0.5.',
  ],
  [
    ['replay', '--idle-limit', '-1'],
    '--idle-time-limit "-1" is not a number from 0.1 to 3600: write it like 4 or 0.5.',
  ],
  [['replay', '--speed', '2', '--speed', '2'], '--speed is given twice: leave one of them out.'],
  [
    ['replay', '--force'],
    '--overwrite is given, but nothing is recorded: add --record FILE, or leave it out.',
  ],
  [
    ['replay', '--cast-version', '3'],
    '--cast-version is given, but nothing is recorded: add --record FILE, or leave it out.',
  ],
  [['--json', 'demo'], '--json is not a flag of fibtui demo. See fibtui demo --help.'],
  [['demo', 'a'], '"a" is one word too many: write fibtui demo [options].'],
  [['demo', 'replay'], 'replay comes first: fibtui replay [ID] [options].'],
  [['demo', '--json'], '--json is not a flag of fibtui demo. See fibtui demo --help.'],
  [['demo', '--size', '5'], '--size is a flag of fibtui, not of fibtui demo. See fibtui --help.'],
  [['demo', '--offline', '--offline'], '--offline is given twice: leave one of them out.'],
  [['demo', '--speed', '2'], '--speed needs --offline: a demo that measures cannot be sped up.'],
  [
    ['demo', '--force'],
    '--overwrite is given, but nothing is recorded: add --record FILE, or leave it out.',
  ],
  [['--', '--size'], 'Unknown command "--size". See fibtui --help.'],
];

for (const [argv, sentence] of refused) {
  test(`${JSON.stringify(argv)} is refused on one line`, () => {
    assert.equal(refusalOf(argv), sentence);
  });
}

const valued: readonly (readonly [string, string])[] = [
  ['--size', '5'],
  ['--tasks', 'auto'],
  ['--workers', '2'],
  ['--rounds', '5'],
  ['--workload', 'pair'],
  ['--engines', 'pool'],
  ['--record', 'a.cast'],
  ['--cast-version', '2'],
  ['--window-size', '80x24'],
];

const rare = new Set(['--cast-version', '--window-size']);

for (const [flag, value] of valued) {
  test(`${flag} without a value is refused, and the help that shows it is named`, () => {
    const help = rare.has(flag) ? 'help all' : '--help';
    const form = `${flag} <\\w+>( or -\\w <n>)?`;
    assert.match(
      refusalOf([flag]),
      new RegExp(`^${flag} needs a value: write ${form}\\. See fibtui ${help}\\.$`),
    );
  });

  test(`${flag} is not taken twice, not even alike`, () => {
    const sentence = `${flag} is given twice: leave one of them out.`;
    assert.equal(refusalOf([flag, value, flag, value]), sentence);
    assert.equal(refusalOf([flag, value, '--ascii', `${flag}=${value}`]), sentence);
  });
}

for (const flag of [
  '--json',
  '--ascii',
  '--plain',
  '--quiet',
  '--force',
  '--save',
  '--no-history',
]) {
  test(`${flag} is not taken twice`, () => {
    assert.equal(refusalOf([flag, flag]), `${flag} is given twice: leave one of them out.`);
  });
}

test('a size of 0 is given once, too', () => {
  assert.equal(
    refusalOf(['--size', '0', '--size', '0']),
    '--size is given twice: leave one of them out.',
  );
});

test('every refusal is one line of whole sentences', () => {
  const all = [
    ...refused.map(([argv]) => argv),
    ...valued.map(([flag]) => [flag]),
    ['--a\r\nb.\nc'],
    ['a\nb'],
  ];
  for (const argv of all) {
    const sentence = refusalOf(argv);
    assert.match(sentence, /^[^\n\r]*\.$/, sentence);
  }
});

test('arguments of one call are forgotten by the next', () => {
  assert.equal(optionsOf(['--json', '--size', '7']).settings.size, 7);
  assert.equal(optionsOf(['--json', '--size', '8']).settings.size, 8);
  assert.equal(optionsOf([]).output, 'summary');
});

function replayOf(...argv: readonly string[]): ReplayOptions {
  const invocation = readOptions(['replay', ...argv], '1.2.3');
  assert.ok(invocation.type === 'replay', 'plays nothing');
  return invocation.options;
}

test('replay plays the last run as it was', () => {
  assert.deepEqual(replayOf(), {
    output: 'summary',
    ascii: false,
    plain: false,
    speed: 1,
    overwrite: false,
  });
});

test('replay takes a file, a speed, and a limit in seconds', () => {
  assert.deepEqual(
    replayOf('--speed', '0.5', 'run.json.gz', '--idle-limit=1', '--ascii', '--plain'),
    {
      plain: true,
      output: 'summary',
      ascii: true,
      speed: 0.5,
      overwrite: false,
      idleLimit: 1000,
      run: 'run.json.gz',
    },
  );
});

test('replay takes what a film needs', () => {
  const line = '--record a.cast --cast-version 3 --window-size 120x40 --force';
  const { record, window, overwrite } = replayOf(...line.split(' '));
  assert.deepEqual(
    [record, window, overwrite],
    [{ path: 'a.cast', version: 3 }, { columns: 120, rows: 40 }, true],
  );
});

function demoOf(...argv: readonly string[]): DemoOptions {
  const invocation = readOptions(['demo', ...argv], '1.2.3');
  assert.ok(invocation.type === 'demo', 'shows nothing');
  return invocation.options;
}

test('demo is live and not filmed by default', () => {
  assert.deepEqual(demoOf(), {
    ascii: false,
    plain: false,
    offline: false,
    speed: 1,
    overwrite: false,
  });
});

test('demo takes what was recorded, how fast, and what a film needs', () => {
  const line = '--offline --speed 4 --ascii --record a.cast --window-size 120x40 --force';
  assert.deepEqual(demoOf(...line.split(' ')), {
    ascii: true,
    plain: false,
    offline: true,
    speed: 4,
    overwrite: true,
    record: { path: 'a.cast', version: 2 },
    window: { columns: 120, rows: 40 },
  });
});

test('runs are kept that a screen shows; with --save all, with --no-history none', () => {
  assert.equal(optionsOf([]).save, 'shown');
  assert.equal(optionsOf(['--save']).save, 'all');
  assert.equal(optionsOf(['--no-history']).save, 'none');
});
