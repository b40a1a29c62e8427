import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import type { Span } from '../../../source/core/profile/span.ts';
import type { Spans } from '../../../source/core/profile/spans.ts';
import {
  spanColumns,
  spansIn,
  type WrittenSpans,
} from '../../../source/output/run-files/shapes/span-columns.ts';
import { spansProblem, textOfSpans } from '../../../source/output/run-files/writing/span-text.ts';
import { randomTasks } from '../../helpers/profiles/random-tasks.ts';

const span = (given: Partial<Span> = {}): Span => ({
  task: 0,
  worker: 0,
  start: 0,
  end: 1,
  digest: 'd',
  ...given,
});

const spans = spansOf([span(), span({ task: 1, end: 2, onCpu: 0.5 }), span({ task: 2, start: 1 })]);

const written = (given: Spans): WrittenSpans =>
  JSON.parse([...textOfSpans(given)].join('')) as WrittenSpans;

suite('the columns of spans', () => {
  test('hold what differs as a list, what is the same as one value, and what nobody has not', () => {
    assert.deepEqual(written(spans), {
      count: 3,
      task: [0, 1, 2],
      worker: 0,
      start: [0, 0, 1],
      end: [1, 2, 1],
      digest: 'd',
      onCpu: [null, 0.5, null],
    });
  });

  test('give 300 kinds of made-up tasks back as they were', () => {
    for (let seed = 0; seed < 300; seed++) {
      const given = spansOf(randomTasks(seed));
      assert.equal(spansProblem(given), undefined);
      const columns = written(given);
      assert.equal(spanColumns(columns), undefined, `seed ${seed}`);
      assert.deepEqual(spansIn(columns), given, `seed ${seed}`);
    }
  });

  test('of many tasks come in short pieces', () => {
    const many = spansOf(Array.from({ length: 20_000 }, (_, task) => span({ task, start: task })));
    const pieces = [...textOfSpans(many)];
    assert.ok(pieces.every(({ length }) => length < 100_000));
    assert.deepEqual(spansIn(JSON.parse(pieces.join('')) as WrittenSpans), many);
  });

  for (const [given, problem] of [
    [{ task: undefined }, '.task is missing'],
    [{ task: 0 }, '.task is no list'],
    [{ task: [0, 1, 2 ** 32] }, '.task[2] is out of range'],
    [{ end: [1, 2] }, '.end has 2 values for 3 tasks'],
    [{ end: [1, null, 2] }, '.end[1] is no number'],
    [{ onCpu: 'x' }, '.onCpu is no number'],
    [{ count: -1 }, '.count is out of range'],
    [{ count: 1e9 }, '.count is out of range'],
  ] as const) {
    test(`are refused: ${problem}`, () => {
      assert.equal(spanColumns({ ...written(spans), ...given }), problem);
    });
  }

  test('that no file can hold are not written', () => {
    const endless = spansOf([span(), span({ task: 1, end: Number.POSITIVE_INFINITY })]);
    assert.equal(spansProblem(endless), '.end[1] is no number');
  });
});
