import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeUpTime } from '../../source/core/made-up-time.ts';
import { playAtOnce } from '../../source/front/play-at-once.ts';

/** A screen that logs its frames with their times, and is left when `leave` is called. */
function opened() {
  const time = madeUpTime();
  const log: string[] = [];
  const note = (what: string) => void log.push(`${what} at ${time.now()}`);
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  return { time, log, note, leave, screen: { show: async () => note('frame'), left } };
}

/** Resolves when this made-up time has passed. */
const waited = async ({ after }: ReturnType<typeof madeUpTime>, time: number) =>
  new Promise<void>((resolve) => {
    after(time, resolve);
  });

test('a frame is drawn every tenth of a second, and what happens between has its own time', async () => {
  const { time, log, note, screen } = opened();
  time.after(150, () => note('event'));
  await playAtOnce({ time, screen }, waited(time, 310));
  assert.deepEqual(log, [
    'frame at 0',
    'frame at 100',
    'event at 150',
    'frame at 200',
    'frame at 300',
  ]);
});

test('what follows from an event happens at its time, before the next event', async () => {
  const { time, log, note, screen } = opened();
  const first = waited(time, 40).then(() => note('followed'));
  time.after(41, () => note('next'));
  await playAtOnce({ time, screen }, waited(time, 90));
  await first;
  assert.deepEqual(log, ['frame at 0', 'followed at 40', 'next at 41']);
});

test('it ends when the screen is left', async () => {
  const { time, log, leave, screen } = opened();
  time.after(120, leave);
  await playAtOnce({ time, screen }, new Promise(() => {}));
  assert.deepEqual([log, time.now()], [['frame at 0', 'frame at 100'], 120]);
});

test('a fault of the screen ends it, and is its fault', async () => {
  const { time, log, screen } = opened();
  const left = new Promise<void>((_, reject) => {
    time.after(120, () => reject(new Error('It cannot be drawn.')));
  });
  await assert.rejects(
    playAtOnce({ time, screen: { ...screen, left } }, new Promise(() => {})),
    /It cannot be drawn/,
  );
  assert.deepEqual(log, ['frame at 0', 'frame at 100']);
});
