import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Span } from '../../../source/core/profile/pass.ts';
import {
  columnsOf,
  spanColumns,
  spansIn,
  type SpanColumns,
} from '../../../source/output/run-files/span-columns.ts';

const span = (given: Partial<Span> = {}): Span => ({
  task: 0,
  worker: 0,
  start: 0,
  end: 1,
  digest: 'd',
  ...given,
});

const spans = [span(), span({ task: 1, end: 2, onCpu: 0.5 }), span({ task: 2, start: 1 })];

suite('the columns of spans', () => {
  test('hold what differs as a list, what is the same as one value, and what nobody has not', () => {
    assert.deepEqual(columnsOf(spans), {
      count: 3,
      task: [0, 1, 2],
      worker: 0,
      start: [0, 0, 1],
      end: [1, 2, 1],
      digest: 'd',
      onCpu: [null, 0.5, null],
    });
  });

  for (const [what, some] of [
    ['several', spans],
    ['one', [span({ node: 'n', kept: '5' })]],
    ['none', []],
  ] as const) {
    test(`give ${what} back, field by field in their order`, () => {
      const columns = JSON.parse(JSON.stringify(columnsOf(some))) as SpanColumns;
      assert.equal(spanColumns(columns), undefined);
      assert.equal(JSON.stringify(spansIn(columns)), JSON.stringify(some));
    });
  }

  for (const [given, problem] of [
    [{ task: undefined }, '.task is missing'],
    [{ task: 0 }, '.task is no list'],
    [{ end: [1, 2] }, '.end has 2 values for 3 tasks'],
    [{ end: [1, null, 2] }, '.end[1] is no number'],
    [{ onCpu: 'x' }, '.onCpu is no number'],
    [{ count: -1 }, '.count is out of range'],
    [{ count: 1e9 }, '.count is out of range'],
  ] as const) {
    test(`are refused: ${problem}`, () => {
      assert.equal(spanColumns({ ...columnsOf(spans), ...given }), problem);
    });
  }
});
