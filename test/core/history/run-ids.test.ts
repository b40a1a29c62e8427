import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathsNamed, runsBack, runIds } from '../../../source/core/history/run-ids.ts';
import { seeded } from '../../helpers/numbers/random.ts';

const pathOf = (name: string): string => `/home/a/runs/${name}.json.gz`;

const idsOf = (...names: readonly string[]): readonly (string | undefined)[] => {
  const ids = runIds(names.map(pathOf));
  return names.map((name) => ids.get(pathOf(name)));
};

/** A name as fibtui gives it, with this end. */
const named = (end: string): string => `2026-11-30T01-38-12-123Z-${end}`;

test('the ID of a run is the end of its name, of four letters or as many as tell it from others', () => {
  assert.deepEqual(idsOf(named('1a2b3c4d'), named('99223c4d'), named('000000f0')), [
    'b3c4d',
    '23c4d',
    '00f0',
  ]);
});

test('a short name is an ID as a whole, also one that ends others', () => {
  assert.deepEqual(idsOf('a', 'first', 'the-first', 'abcd', named('1234abcd')), [
    'a',
    'first',
    'the-first',
    'abcd',
    '4abcd',
  ]);
});

test('a name that is the end of all others is whole, however long it is', () => {
  assert.deepEqual(idsOf(named('1a2b3c4d'), `x${named('1a2b3c4d')}`), [
    named('1a2b3c4d'),
    `x${named('1a2b3c4d')}`,
  ]);
});

test('no ID is taken for an option or for a place in the list', () => {
  assert.deepEqual(idsOf(`${named('')}at-last`, `${named('')}ask--abc`, 'last'), [
    't-last',
    'k--abc',
    'last.json.gz',
  ]);
});

test('a place is last, and how far before it', () => {
  assert.deepEqual(['last', 'last~0', 'last~12'].map(runsBack), [0, 0, 12]);
  for (const other of ['last~', 'last~-1', 'last~1.5', 'Last', 'at-last', 'last.json.gz', '']) {
    assert.equal(runsBack(other), undefined);
  }
});

test('an ID may have the end of a run file, or begin where the name does', () => {
  const paths = ['x-1a2b', 'y-1a2b'].map(pathOf);
  assert.deepEqual(pathsNamed('x-1a2b.json.gz', paths), [paths[0]]);
  assert.deepEqual(pathsNamed('-1a2b.json.gz', paths), paths);
  assert.deepEqual(pathsNamed('2b', paths), paths);
  assert.deepEqual(pathsNamed('x-1', paths), []);
});

test('whatever the names, every ID names its own run', () => {
  const random = seeded(18);
  const letters = ['a', 'b', '-', 'last', '~1', '別', ' '];
  const pick = (): string => letters[Math.floor(random() * letters.length)]!;
  for (let round = 0; round < 300; round++) {
    const names = Array.from({ length: 12 }, () =>
      Array.from({ length: 1 + Math.floor(random() * 20) }, pick).join(''),
    );
    const paths = [...new Set(names)].map(pathOf);
    for (const [path, id] of runIds(paths)) {
      assert.equal(runsBack(id), undefined, id);
      assert.deepEqual(pathsNamed(id, paths), [path], `${id} of ${names.join()}`);
    }
  }
});
