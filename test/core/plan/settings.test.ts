import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, rangeOf, rangeProblem } from '../../../source/core/plan/settings.ts';

test('the defaults are 50,000 terms, as many tasks as it takes, five rounds of local and pool', () => {
  assert.deepEqual(defaultSettings, {
    workload: 'list',
    size: 50_000,
    tasks: 'auto',
    workers: 'cpus',
    rounds: 5,
    rayRounds: 'auto',
    ray: { at: 'http://127.0.0.1:8265', from: "Ray's own default" },
    engines: ['local', 'pool'],
    force: false,
  });
});

test('the range of the size depends on the workload', () => {
  assert.deepEqual(rangeOf('size', 'list'), { least: 0, most: 300_000 });
  assert.deepEqual(rangeOf('size', 'bigint'), { least: 0, most: 300_000 });
  assert.deepEqual(rangeOf('size', 'pair'), { least: 0, most: 10_000_000 });
});

const edges = [
  ['size', 0, 300_000],
  ['tasks', 1, 1_000_000],
  ['workers', 1, 1024],
  ['rounds', 1, 1000],
] as const;

for (const [field, least, most] of edges) {
  test(`${field} may be ${least} to ${most}, and nothing else`, () => {
    assert.equal(rangeProblem(field, least, 'list'), undefined);
    assert.equal(rangeProblem(field, most, 'list'), undefined);
    assert.ok(rangeProblem(field, least - 1, 'list'));
    assert.ok(rangeProblem(field, most + 1, 'list'));
  });
}

const sentences = [
  ['size', 300_001, 'list', 'list takes 0 to 300,000 terms, pair up to 10,000,000.'],
  ['size', 300_001, 'bigint', 'bigint takes 0 to 300,000 terms, pair up to 10,000,000.'],
  ['size', -1, 'list', 'list takes 0 to 300,000 terms.'],
  ['size', 10_000_001, 'pair', 'pair takes 0 to 10,000,000 terms.'],
  ['workers', 0, 'list', 'there can be 1 to 1,024 workers.'],
  ['tasks', 1_000_001, 'pair', 'there can be 1 to 1,000,000 tasks.'],
  ['rounds', 1001, 'list', 'there can be 1 to 1,000 rounds.'],
] as const;

for (const [field, value, workload, sentence] of sentences) {
  test(`${field} ${value} of ${workload} is refused with the valid range`, () => {
    assert.equal(rangeProblem(field, value, workload), sentence);
  });
}
