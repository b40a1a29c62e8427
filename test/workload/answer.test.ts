import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedAnswer } from '../../source/core/plan/answer.ts';
import { workloadNames } from '../../source/core/plan/workload.ts';
import { keepGoing, open, sizes } from './plain.ts';

for (const name of workloadNames) {
  test(`${name} answers as every engine must`, () => {
    const kernel = open(name);
    for (const n of sizes) {
      kernel.compute(n, keepGoing);
      assert.deepEqual(kernel.answer(), expectedAnswer(name, n), `n = ${n}`);
    }
  });
}

test('list answers with the check values', () => {
  const kernel = open('list');
  const answers = [1_000, 50_000, 100_000].map((n) => {
    kernel.compute(n, keepGoing);
    return kernel.answer();
  });
  assert.deepEqual(answers, [
    { digest: '72a7ca8af1d500a2', kept: '198000430276020531' },
    { digest: 'fd0f04faf43dbd7d', kept: '763987711070963543' },
    { digest: 'a1b4b068f46871e2', kept: '771456951884388763' },
  ]);
});

test('pair, which keeps nothing, cannot answer for list', () => {
  const kernel = open('pair');
  kernel.compute(1_000, keepGoing);
  const answer = kernel.answer();
  assert.equal(answer.digest, expectedAnswer('list', 1_000).digest);
  assert.equal('kept' in answer, false);
  assert.notDeepEqual(answer, expectedAnswer('list', 1_000));
});
