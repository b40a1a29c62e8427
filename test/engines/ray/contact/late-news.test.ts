import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { withoutOutage } from '../../../../source/engines/ray/contact/late-news.ts';
import { openLogReader } from '../../../../source/engines/ray/driver/protocol.ts';
import type { TimedEvent } from '../../../../source/engines/ray/job/job-record.ts';
import { driverLines, said } from '../../../helpers/ray/fake-ray-jobs.ts';

/** The driver's clock is 100,000 ahead of ours. */
const clock = 100_000;

/** Events by when they were written, on our clock, and when they arrived. */
function arriving(
  ...lines: readonly (readonly [event: object, written: number, at: number])[]
): readonly TimedEvent[] {
  const line = driverLines('n');
  const text = lines.map(([event, written]) => line(event, clock + written)).join('');
  return openLogReader('n')
    .read(text)
    .map((event, index) => ({ event, at: lines[index]![2] }));
}

const firstAt = (events: readonly TimedEvent[]) => events[0]?.at;

suite('the first line of a driver that an outage held back', () => {
  const times = { posted: 1000, answered: 1100 };

  test('was written when the later lines say', () => {
    const events = arriving([said.hello, 3000, 20_000], [said.end('ok'), 30_000, 30_050]);
    const news = withoutOutage({ events, times }, undefined);
    assert.deepEqual([firstAt(news.events), news.times], [3050, times]);
  });

  test('and all the others: when the head’s own record says', () => {
    const events = arriving([said.hello, 3000, 60_000], [said.end('ok'), 9000, 60_000]);
    const news = withoutOutage({ events, times }, clock + 1080);
    assert.deepEqual([firstAt(news.events), news.times], [3020, times]);
    assert.equal(news.events[1]?.at, 60_000);
  });

  test('is where it is for a job that Ray says it took later', () => {
    const events = arriving([said.hello, 3000, 60_000], [said.end('ok'), 9000, 60_000]);
    assert.equal(firstAt(withoutOutage({ events, times }, 1e308).events), 54_000);
  });

  test('is never later for what Ray says than it arrived', () => {
    const events = arriving([said.hello, 3000, 3010], [said.end('ok'), 9000, 60_000]);
    assert.equal(firstAt(withoutOutage({ events, times }, clock - 5000).events), 3010);
  });
});

test('a job whose first submission was taken, though not answered, began before the one that was answered', () => {
  const events = arriving([said.hello, 3000, 20_010], [said.end('ok'), 30_000, 30_000]);
  const { times } = withoutOutage(
    { events, times: { posted: 19_900, answered: 20_000 } },
    clock + 200,
  );
  const began = 3000 - said.hello.importMs;
  assert.deepEqual(times, { posted: began - 100, answered: began });
});

test('without a line of the driver nothing is known', () => {
  const seen = { events: [], times: { posted: 1, answered: 2 } };
  assert.deepEqual(withoutOutage(seen, 1), seen);
});
