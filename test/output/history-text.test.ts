import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import type { RunList } from '../../source/core/report/run-summary.ts';
import { paletteOf } from '../../source/core/text/palette.ts';
import { historyJson } from '../../source/output/history/json.ts';
import { historyText } from '../../source/output/history/text.ts';
import { planWith, resultsWith, savedRun } from '../helpers/screens/saved-run-rows.ts';

const nameOf = (minute: number): string => `/runs/2026-05-04T10-${minute}-00-000Z-1a2b${minute}c4`;

const run = (minute: number, given: Parameters<typeof savedRun>[1] = {}) =>
  savedRun(minute, { path: `${nameOf(minute)}.json.gz`, ...given });

const broken = { path: '/runs/broken.json.gz', reason: 'is cut off' };

const runs: RunList['runs'] = [
  run(33),
  run(30, { plan: planWith({ workload: 'pair' }), note: 'before the update' }),
  run(25, {
    plan: planWith({ size: 1000, tasks: 1024 }),
    results: { ...resultsWith('undecided', 1.03), trust: 'note' },
  }),
];

const several: RunList = { runs, skipped: [broken] };

const linesOf = (list: RunList, columns?: number, ascii = false): readonly string[] =>
  historyText(list, { ascii, ...(columns === undefined ? {} : { columns }) })
    .trimEnd()
    .split('\n');

test('in 80 columns each run is a row that begins with its ID, its note below it', () => {
  assert.deepEqual(linesOf(several), [
    'id    when           workload  terms tasks workers   local    pool    speed-up',
    '33c4   4 May 12:33   list     50,000    64       4  1.61 s  433 ms      3.72 ×',
    '30c4   4 May 12:30   pair     50,000    64       4  1.61 s  433 ms      3.72 ×',
    '      before the update',
    "25c4   4 May 12:25 ▲ list      1,000 1,024       4  1.61 s  1.56 s  can't tell",
    '',
    '▲ something may have moved the numbers: fibtui show ID says what.',
    '1 file cannot be opened: broken.json.gz is cut off.',
  ]);
});

test('in 120 columns the interval, the rounds and the notes have columns', () => {
  assert.deepEqual(linesOf(several, 120).slice(0, 4), [
    'id    when           workload  terms tasks workers  rounds   local    pool    speed-up  interval      note',
    '33c4   4 May 12:33   list     50,000    64       4       5  1.61 s  433 ms      3.72 ×  3.53 to 3.91',
    '30c4   4 May 12:30   pair     50,000    64       4       5  1.61 s  433 ms      3.72 ×  3.53 to 3.91  before the update',
    "25c4   4 May 12:25 ▲ list      1,000 1,024       4       5  1.61 s  1.56 s  can't tell  0.98 to 1.08",
  ]);
});

test('in ASCII it is the same with other characters', () => {
  const [, first, , , marked, , mark] = linesOf(several, 80, true);
  assert.match(first ?? '', /3\.72 x$/);
  assert.match(marked ?? '', /^25c4 {3}4 May 12:25 ! list/);
  assert.match(mark ?? '', /^! something may have moved the numbers/);
});

test('a long ID has a row of its own, and what the others have does not move', () => {
  const [path, skipped] = ['a', 'b'].map((first) => `/runs/${first}${'x'.repeat(20)}.json.gz`);
  const list: RunList = {
    runs: [run(33), savedRun(10, { path: path! })],
    skipped: [{ path: skipped!, reason: 'is cut off' }],
  };
  assert.deepEqual(linesOf(list).slice(0, 4), [
    'id    when          workload  terms tasks wkrs  rounds   local    pool  speed-up',
    '33c4   4 May 12:33  list     50,000    64    4       5  1.61 s  433 ms    3.72 ×',
    `a${'x'.repeat(20)}`,
    '       4 May 12:10  list     50,000    64    4       5  1.61 s  433 ms    3.72 ×',
  ]);
});

test('several files that cannot be opened are counted, the first is named', () => {
  assert.deepEqual(linesOf({ runs: [], skipped: [broken, broken, broken] }), [
    '3 files cannot be opened: broken.json.gz is cut off, and 2 more.',
  ]);
});

test('where nothing is saved a sentence says how a run is', () => {
  assert.deepEqual(linesOf({ runs: [], skipped: [] }), [
    'There is no saved run yet: finish one on the screen, or run with --save.',
  ]);
});

test('no line is wider than the paper, whatever is in the list', () => {
  const longest = '猫のメモ '.repeat(30);
  const list: RunList = {
    runs: [
      ...runs,
      run(20, { note: longest, machine: longest }),
      savedRun(10, { path: `/runs/${'x'.repeat(90)}.json.gz` }),
      savedRun(9, { path: `/runs/y${'x'.repeat(90)}.json.gz` }),
    ],
    skipped: [{ path: `/runs/${longest}`, reason: 'is cut off' }],
  };
  for (let columns = 20; columns <= 200; columns += 9) {
    const wide = linesOf(list, columns).filter((line) => stringWidth(line) > columns);
    assert.deepEqual(wide, [], `at ${columns} columns`);
  }
});

test('colours add nothing but colours', () => {
  const palette = paletteOf({ background: 'dark', colours: 'all' });
  const text = historyText(several, { ascii: false, palette });
  const plain = historyText(several, { ascii: false });
  assert.notEqual(text, plain);
  assert.equal(stripVTControlCharacters(text).replaceAll(/ +$/gm, ''), plain);
});

test('as JSON it is an array with the numbers of every run', () => {
  const { results: _, ...old } = run(20, { outdated: true });
  const text = [...historyJson({ runs: [runs[1]!, old], skipped: [broken] })].join('');
  const [first, second] = JSON.parse(text) as readonly [object, object];
  assert.deepEqual(first, {
    id: '30c4',
    file: `${nameOf(30)}.json.gz`,
    when: runs[1]!.when,
    note: 'before the update',
    workload: 'pair',
    size: 50_000,
    tasks: 64,
    rounds: 5,
    workers: 4,
    cases: [
      { id: 'local', workers: 1, wall: 1610 },
      { id: 'pool', workers: 4, wall: 1610 / 3.72 },
    ],
    speedups: [
      {
        case: 'pool',
        over: 'local',
        value: 3.72,
        low: 3.72 * 0.95,
        high: 3.72 * 1.05,
        outcome: 'faster',
      },
    ],
    trust: 'ok',
    finished: true,
    verdict: 'pool is 3.72 times as fast as local (3.53 to 3.91, 94 % sure; limit 4)',
    machine: 'Example CPU 9000',
    cpus: 4,
    fibtui: '1.2.3',
  });
  assert.deepEqual(
    Object.keys(second).filter((key) => !Object.hasOwn(first, key)),
    ['outdated'],
  );
  assert.deepEqual([...historyJson({ runs: [], skipped: [] })].join(''), '[]\n');
});
