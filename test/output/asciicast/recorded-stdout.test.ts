import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { recordedStdout } from '../../../source/output/asciicast/recorded-stdout.ts';
import { virtualTerminal } from '../../../source/output/asciicast/virtual-terminal.ts';

/** A recorded terminal of 100x30, with its output and the recorded text. */
function opened(window = { columns: 100, rows: 30 }) {
  const got: string[] = [];
  const recorded: string[] = [];
  const stream = new Writable({
    highWaterMark: 8,
    decodeStrings: false,
    write(text: string, _, done) {
      got.push(text);
      setImmediate(done);
    },
  });
  const size = { columns: 100, rows: 30, isTTY: true };
  const terminal = Object.assign(stream, size) as unknown as NodeJS.WriteStream;
  const record = (text: string) => void recorded.push(text);
  return {
    terminal,
    got,
    recorded,
    stdout: recordedStdout({ terminal, window: () => window, record }),
  };
}

test('the terminal gets what it is given, and so does the recording', () => {
  const { stdout, got, recorded } = opened();
  stdout.write('one');
  stdout.write('two');
  assert.deepEqual(recorded, ['one', 'two']);
  assert.deepEqual(got, ['one']);
});

test('that pastes come in brackets is between the program and the terminal: a player gets none of it', () => {
  const { stdout, got, recorded } = opened();
  stdout.write('\u{1B}[?2004h');
  stdout.write('one\u{1B}[?2004l\u{1B}[?25h');
  assert.deepEqual(recorded, ['', 'one\u{1B}[?25h']);
  assert.deepEqual(got, ['\u{1B}[?2004h']);
});

test('a write is answered as the terminal answers it', async () => {
  const { stdout, terminal } = opened();
  assert.equal(stdout.write('short'), true);
  assert.equal(stdout.write('long enough'), false);
  assert.deepEqual([stdout.writableNeedDrain, terminal.writableNeedDrain], [true, true]);
  await new Promise((resolve) => {
    stdout.once('drain', resolve);
  });
  await new Promise((resolve) => {
    stdout.write('', resolve);
  });
  assert.equal(stdout.writableLength, 0);
});

test('bytes are recorded as characters, wherever they are cut', () => {
  const { stdout, recorded } = opened();
  const bytes = Buffer.from('a█');
  stdout.write(bytes.subarray(0, 2));
  stdout.write(bytes.subarray(2));
  assert.equal(recorded.join(''), 'a█');
});

test('listeners hear the terminal, and go when they are taken off', () => {
  const { stdout, terminal } = opened();
  let heard = 0;
  const listener = () => void heard++;
  stdout.on('resize', listener);
  terminal.emit('resize');
  stdout.off('resize', listener);
  terminal.emit('resize');
  assert.deepEqual([heard, terminal.listenerCount('resize')], [1, 0]);
});

test('a pinned window is what it says, whatever the terminal says', () => {
  const { stdout, terminal } = opened({ columns: 120, rows: 40 });
  Object.assign(terminal, { columns: 60 });
  assert.deepEqual([stdout.columns, stdout.rows, stdout.isTTY], [120, 40, true]);
});

test('what the terminal refuses is not recorded, and is told as ever', () => {
  const { stdout, terminal, recorded } = opened();
  terminal.write = () => {
    throw new Error('gone');
  };
  assert.throws(() => stdout.write('lost'), { message: 'gone' });
  assert.deepEqual(recorded, []);
});

test('an end of the terminal is seen', () => {
  const { stdout, terminal } = opened();
  terminal.destroy();
  assert.deepEqual([stdout.destroyed, stdout.writable], [true, false]);
});

test('a virtual terminal has its size and all colours, and takes whatever it is given', async () => {
  const terminal = virtualTerminal({ columns: 120, rows: 40 });
  const { columns, rows, isTTY } = terminal;
  assert.deepEqual([columns, rows, isTTY], [120, 40, true]);
  assert.deepEqual([terminal.getColorDepth(), terminal.hasColors()], [24, true]);
  for (let frame = 0; frame < 100; frame++) {
    terminal.write('x'.repeat(10_000));
  }

  await new Promise((resolve) => {
    terminal.write('', resolve);
  });
  assert.equal(terminal.writableLength, 0);
});
