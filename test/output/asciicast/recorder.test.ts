import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Failure } from '../../../source/core/failure.ts';
import { castFormat, type CastVersion } from '../../../source/output/asciicast/format.ts';
import { openRecorder } from '../../../source/output/asciicast/recorder.ts';
import { realTiming } from '../../../source/session/real-timing.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import { castOf } from '../../helpers/casts/casts.ts';
import { handClock } from '../../helpers/profiles/fake-engine.ts';
import { mockedTime } from '../../helpers/time/mocked-time.ts';

type Given = {
  readonly version?: CastVersion;
  /** Index of the write that fails; 0 is the header. */
  readonly failing?: number;
  /** Another clock than that of the timers. */
  readonly now?: () => Milliseconds;
};

const full: Failure = { code: 'recording-ended', message: 'It is full.', hint: 'Make room.' };

/** A recorder in a time that stands still, and the text in its file. */
function opened(t: TestContext, given: Given = {}) {
  const time = mockedTime(t);
  const { version = 2, failing = Infinity, now = time.now } = given;
  const writes: string[] = [];
  const failures: Failure[] = [];
  let closed = 0;
  const recorder = openRecorder({
    header: { window: { columns: 80, rows: 24 }, startedAt: 0, environment: {} },
    format: castFormat(version),
    file: {
      write: (lines) => (writes.push(lines) > failing ? full : undefined),
      close: () => void closed++,
    },
    timing: { ...realTiming, now },
    onFailure: (failure) => failures.push(failure),
  });
  /** The lines after the header. */
  const lines = () => writes.join('').split('\n').slice(1, -1);
  return { ...time, recorder, writes, lines, failures, closed: () => closed };
}

test('the header is written when it opens, and nothing while nothing changes', async (t) => {
  const { writes, pass } = opened(t);
  await pass(10_000);
  assert.deepEqual(writes, ['{"version":2,"width":80,"height":24,"timestamp":0,"env":{}}\n']);
});

test('the pieces of a frame are one event, and line feeds become new lines', async (t) => {
  const { recorder, lines, settle } = opened(t);
  for (const piece of ['\u001B[?2026h', 'one\ntwo', '\u001B[?2026l', '']) {
    recorder.write(piece);
  }

  await settle();
  assert.deepEqual(lines(), ['[0.000, "o", "\\u001b[?2026hone\\r\\ntwo\\u001b[?2026l"]']);
});

test('a frame soon after another one is held, and joined by the next', async (t) => {
  const { recorder, lines, pass } = opened(t);
  recorder.write('a');
  await pass(50);
  recorder.write('b');
  await pass(20);
  recorder.write('c');
  await pass(20);
  assert.deepEqual(lines(), ['[0.000, "o", "a"]']);
  await pass(10);
  assert.deepEqual(lines(), ['[0.000, "o", "a"]', '[0.100, "o", "bc"]']);
});

test('what stands is put down at once, and time goes on behind it', async (t) => {
  const { recorder, lines, pass, settle } = opened(t);
  recorder.write('a');
  await pass(50);
  recorder.write('b');
  recorder.stand(5000);
  assert.deepEqual(lines(), ['[0.000, "o", "a"]', '[0.050, "o", "b"]']);
  recorder.typed();
  recorder.write('c');
  await settle();
  assert.deepEqual(lines().slice(2), ['[5.050, "o", "c"]']);
});

test('a frame after a while is not held', async (t) => {
  const { recorder, lines, pass, settle } = opened(t);
  recorder.write('a');
  await pass(130);
  recorder.write('b');
  await settle();
  assert.deepEqual(lines(), ['[0.000, "o", "a"]', '[0.130, "o", "b"]']);
});

test('of sixty frames a second ten events are left, and not a byte is missing', async (t) => {
  const { recorder, writes, pass } = opened(t);
  const frames = Array.from({ length: 600 }, (_, frame) => `frame ${frame}\n`);
  for (const frame of frames) {
    recorder.write(frame);
    await pass(1000 / 60);
  }

  recorder.close();
  const { events } = castOf(writes.join(''));
  assert.equal(events.map(({ data }) => data).join(''), frames.join('').replaceAll('\n', '\r\n'));
  assert.ok(events.length <= 101, `${events.length} events in ten seconds`);
  const gaps = events.slice(1, -1).map(({ at }, index) => at - events[index]!.at);
  assert.deepEqual(
    gaps.filter((gap) => gap < 0.0999),
    [],
  );
});

test('a timer that is early does not make a frame early', async (t) => {
  const clock = handClock();
  const { recorder, lines, pass, settle } = opened(t, { now: clock.now });
  recorder.write('a');
  await settle();
  recorder.write('b');
  await settle();
  clock.advance(60);
  await pass(100);
  assert.deepEqual(lines(), ['[0.000, "o", "a"]']);
  clock.advance(40);
  await pass(50);
  assert.deepEqual(lines(), ['[0.000, "o", "a"]', '[0.100, "o", "b"]']);
});

test('frames are as far apart as they say, wherever the program is held up between two looks at the clock', async (t) => {
  for (let nth = 1; nth <= 8; nth++) {
    const clock = handClock();
    let looks = 0;
    const now = () => {
      const time = clock.now();
      clock.advance(++looks === nth ? 60 : 0);
      return time;
    };
    t.mock.timers.reset();
    const { recorder, writes, settle } = opened(t, { now });
    for (let frame = 0; frame < 20; frame++) {
      recorder.write('ab'.charAt(frame));
      clock.advance(10);
      t.mock.timers.tick(10);
      await settle();
    }

    const times = castOf(writes.join('')).events.map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - times[index]!);
    assert.equal(gaps.length, 1);
    assert.deepEqual(
      gaps.filter((gap) => gap < 0.0999),
      [],
      `held up behind look ${nth}`,
    );
  }
});

test('the frame that answers a key is not held', async (t) => {
  const { recorder, lines, pass, settle } = opened(t);
  recorder.write('a');
  await pass(30);
  recorder.typed();
  recorder.write('b');
  await settle();
  recorder.write('c');
  await pass(70);
  assert.deepEqual(lines(), ['[0.000, "o", "a"]', '[0.030, "o", "b"]']);
  await pass(30);
  assert.deepEqual(lines().at(-1), '[0.130, "o", "c"]');
});

test('sizes and markers stay in their place between what is written', async (t) => {
  const { recorder, writes, lines, pass } = opened(t);
  recorder.write('first');
  await pass(50);
  recorder.write('a');
  recorder.resize({ columns: 90, rows: 30 });
  recorder.resize({ columns: 100, rows: 30 });
  recorder.write('b');
  recorder.mark('local 1/5');
  recorder.mark('pool 1/5');
  recorder.write('c');
  await pass(50);
  assert.deepEqual(lines().slice(1), [
    '[0.100, "o", "a"]',
    '[0.100, "r", "100x30"]',
    '[0.100, "o", "b"]',
    '[0.100, "m", "local 1/5"]',
    '[0.100, "m", "pool 1/5"]',
    '[0.100, "o", "c"]',
  ]);
  assert.equal(writes.length, 3);
});

test('closing writes what is held at once, lets the file go, and ends it', async (t) => {
  const { recorder, lines, pass, closed } = opened(t);
  recorder.write('a');
  await pass(20);
  recorder.write('last');
  recorder.close(0);
  recorder.write('late');
  recorder.close(0);
  await pass(1000);
  assert.deepEqual(lines(), ['[0.000, "o", "a"]', '[0.020, "o", "last"]']);
  assert.equal(closed(), 1);
});

test('version 3 says with which code the program ended', (t) => {
  const { recorder, lines } = opened(t, { version: 3 });
  recorder.write('last');
  recorder.close(130);
  assert.deepEqual(lines(), ['[0.000, "o", "last"]', '[0.000, "x", "130"]']);
});

test('a failing file is told once, and written no more', async (t) => {
  const { recorder, writes, failures, pass, closed } = opened(t, { failing: 2 });
  for (let frame = 0; frame < 10; frame++) {
    recorder.write('frame');
    await pass(100);
  }

  recorder.mark('verdict');
  recorder.close(0);
  assert.deepEqual(failures, [full]);
  // The header, a frame, and the one that failed; the file has closed itself.
  assert.equal(writes.length, 3);
  assert.equal(closed(), 0);
});

test('a file that does not take its header is told at once', (t) => {
  const { recorder, writes, failures } = opened(t, { failing: 0 });
  assert.deepEqual(failures, [full]);
  recorder.write('frame');
  recorder.close();
  assert.equal(writes.length, 1);
});
