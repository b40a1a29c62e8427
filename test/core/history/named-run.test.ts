import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../../source/core/failure.ts';
import { namedRun } from '../../../source/core/history/named-run.ts';
import type { RunList } from '../../../source/core/report/run-summary.ts';
import { savedRun } from '../../helpers/screens/saved-run-rows.ts';

/** Runs that began in these minutes, with such names. */
const listOf = (names: Readonly<Record<string, number>>): RunList => ({
  runs: Object.entries(names).map(([name, minute]) =>
    savedRun(minute, { path: `/runs/${name}.json.gz` }),
  ),
  skipped: [],
});

const three = listOf({ aa33: 33, bb33: 30, cc25: 25 });

/** The sentence with which an ID is refused. */
function refusalOf(id: string, list: RunList): string {
  try {
    namedRun(id, list);
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return error.message;
  }

  return assert.fail(`${id} names a run`);
}

test('last is the newest run, last~2 the third last', () => {
  assert.equal(namedRun('last', three), '/runs/aa33.json.gz');
  assert.equal(namedRun('last~0', three), '/runs/aa33.json.gz');
  assert.equal(namedRun('last~2', three), '/runs/cc25.json.gz');
});

test('beyond the oldest run it says how many there are', () => {
  assert.equal(
    refusalOf('last~3', three),
    'There are 3 saved runs, so last~3 goes too far back: last~2 is the oldest.',
  );
  assert.equal(
    refusalOf('last~1', listOf({ aa33: 33 })),
    'There is 1 saved run, so last~1 goes too far back: last is the oldest.',
  );
});

test('the end of a name is its run, one that cannot be opened as well', () => {
  const skipped = [{ path: '/runs/broken.json.gz', reason: 'is cut off' }];
  assert.equal(namedRun('c25', three), '/runs/cc25.json.gz');
  assert.equal(namedRun('oken', { ...three, skipped }), '/runs/broken.json.gz');
});

test('an ID of no run says which is the newest, and what lists all', () => {
  assert.equal(
    refusalOf('lst', three),
    'No saved run or file is called "lst": the newest run is last, or aa33; fibtui history lists all.',
  );
});

test('an ID of several runs names three of them, and how many more there are', () => {
  assert.equal(
    refusalOf('33', three),
    '"33" could be aa33 (4 May 12:33) or bb33 (4 May 12:30): type more of its name.',
  );
  const many = listOf({ aa33: 33, bb33: 30, dd33: 29, ee33: 28 });
  const skipped = [{ path: '/runs/ff33.json.gz', reason: 'is cut off' }];
  assert.equal(
    refusalOf('33', { ...many, skipped }),
    '"33" could be aa33 (4 May 12:33), bb33 (4 May 12:30), dd33 (4 May 12:29) or 2 more: type more of its name.',
  );
  assert.equal(
    refusalOf('', { runs: [], skipped: [...skipped, { path: '/b.json.gz', reason: '' }] }),
    '"" could be ff33 or b: type more of its name.',
  );
});

test('where nothing is saved it says how a run is', () => {
  const none: RunList = { runs: [], skipped: [] };
  const how = 'here is no saved run yet: finish one on the screen, or run with --save.';
  assert.equal(refusalOf('last', none), `T${how}`);
  assert.equal(refusalOf('aa33', none), `No saved run or file is called "aa33": t${how}`);
});

test('where only broken files lie it says so', () => {
  const broken: RunList = {
    runs: [],
    skipped: [{ path: '/runs/a.json.gz', reason: 'is cut off' }],
  };
  assert.equal(
    refusalOf('last~1', broken),
    'There is no saved run that can be opened: /runs/a.json.gz is cut off.',
  );
});
