import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { recordedStdout } from '../../source/output/asciicast/recorded-stdout.ts';
import { timedStdout } from '../../source/output/timed-stdout.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { handClock } from '../helpers/profiles/fake-engine.ts';

/** A terminal of 100x30 on which each write blocks for this long, or which keeps what is written until `drain`. */
function opened({ blocks }: { blocks?: Milliseconds }) {
  const clock = handClock();
  const heldUp: Milliseconds[] = [];
  const kept: (() => void)[] = [];
  const stream = new Writable({
    write(_text, _encoding, done) {
      if (blocks === undefined) {
        kept.push(done);
      } else {
        clock.advance(blocks);
        done();
      }
    },
  });
  const terminal = Object.assign(stream, {
    columns: 100,
    rows: 30,
  }) as unknown as NodeJS.WriteStream;
  const onHeldUp = (took: Milliseconds) => void heldUp.push(took);
  const stdout = timedStdout({ terminal, now: clock.now, onHeldUp });
  const drain = async () => {
    for (let done = kept.shift(); done; done = kept.shift()) {
      done();
      await new Promise(setImmediate);
    }
  };
  return { terminal, stdout, clock, heldUp, drain };
}

test('a write that blocks holds drawing up, unless it is short', () => {
  const long = opened({ blocks: 100 });
  long.stdout.write('frame');
  long.stdout.write('frame');
  assert.deepEqual(long.heldUp, [100, 100]);
  const short = opened({ blocks: 99 });
  short.stdout.write('frame');
  assert.deepEqual(short.heldUp, []);
});

test('a stream that does not block holds drawing up until the text has gone', async () => {
  const { stdout, clock, heldUp, drain } = opened({});
  stdout.write('frame');
  clock.advance(5000);
  stdout.write('next frame');
  clock.advance(15_000);
  assert.deepEqual(heldUp, []);
  await drain();
  assert.deepEqual(heldUp, [20_000]);
});

test('each wait counts by itself', async () => {
  const { stdout, clock, heldUp, drain } = opened({});
  for (const wait of [300, 50, 700]) {
    stdout.write('frame');
    clock.advance(wait);
    await drain();
  }

  assert.deepEqual(heldUp, [300, 700]);
});

test('the writer gets the answer of the terminal', async () => {
  const { stdout, terminal, drain } = opened({});
  assert.equal(stdout.write('frame'), true);
  assert.equal(stdout.write('x'.repeat(100_000)), false);
  assert.deepEqual([stdout.writableNeedDrain, terminal.writableNeedDrain], [true, true]);
  const written = new Promise((resolve) => {
    stdout.write('', resolve);
  });
  await drain();
  await written;
  assert.deepEqual([stdout.columns, stdout.rows, stdout.writableLength], [100, 30, 0]);
});

test('what a recording takes of the time is not the terminal’s', () => {
  const { stdout, clock, heldUp } = opened({ blocks: 10 });
  const recorded = recordedStdout({
    terminal: stdout,
    window: () => stdout,
    record: () => clock.advance(1000),
  });
  recorded.write('frame');
  assert.deepEqual(heldUp, []);
});

test('a recorded terminal is timed as well', () => {
  const { stdout, heldUp } = opened({ blocks: 400 });
  const recorded = recordedStdout({ terminal: stdout, window: () => stdout, record() {} });
  recorded.write('frame');
  assert.deepEqual(heldUp, [400]);
});
