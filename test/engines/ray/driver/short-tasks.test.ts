import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openLogReader } from '../../../../source/engines/ray/driver/protocol.ts';
import { driverLines, said } from '../../../helpers/ray/fake-ray-jobs.ts';

const nonce = 'n0nce';
const first = [4, 0, 60, 10.25, 12.5, 2, 7] as const;
const second = [5, 1, 61, 10.5, 13, 2, null] as const;

/** What a line on its own says of the first task. */
const started = said.started(4);
const result = { ...said.result(4, 1_000_010.25, 1_000_012.5), cpuMs: 2, faults: 7 };

suite('a line of short tasks', () => {
  test('is the start and the result of each, where an earlier line has its worker', () => {
    const line = driverLines(nonce);
    const reader = openLogReader(nonce);
    const log = [said.worker(0), said.worker(1, 'b'), said.ran(first, second)];
    const events = reader.read(log.map((one) => line(one, 5)).join(''));
    assert.deepEqual(
      events,
      [
        started,
        result,
        { ...said.started(5, 'b'), queueMs: 61 },
        { ...said.result(5, 1_000_010.5, 1_000_013), cpuMs: 2 },
      ].map((event) => ({ ...event, seq: 3, ts: 5 })),
    );
  });

  test('has its results alone where no line has its worker', () => {
    const line = driverLines(nonce);
    const events = openLogReader(nonce).read(line(said.ran(first)));
    assert.deepEqual(
      events.map(({ ev }) => ev),
      ['result'],
    );
  });

  test('read again from the start of the log is told once, and its workers are still known', () => {
    const line = driverLines(nonce);
    const reader = openLogReader(nonce);
    const log = `${line(said.worker(0))}${line(said.ran(first))}`;
    assert.equal(reader.read(log).length, 2);
    reader.restart();
    assert.deepEqual(
      reader.read(`${log}${line(said.ran([6, ...first.slice(1)]))}`).map(({ ev }) => ev),
      ['started', 'result'],
    );
  });

  for (const [what, task] of [
    ['too few fields', first.slice(1)],
    ['a field too many', [...first, 1]],
    ['half a task', [4.5, ...first.slice(1)]],
    ['a time that is none', [4, 0, 60, 10, null, 2, 7]],
  ] as const) {
    test(`with ${what} is no event`, () => {
      const line = driverLines(nonce);
      const reader = openLogReader(nonce);
      assert.deepEqual(reader.read(`${line(said.worker(0))}${line(said.ran(task))}`), []);
      assert.equal(reader.lines().length, 1);
    });
  }
});
