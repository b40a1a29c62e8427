import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test, type TestContext } from 'node:test';
import { keyboardOf } from '../../../source/front/keyboard/keyboard.ts';
import { mockedTime } from '../../helpers/time/mocked-time.ts';

/** A keyboard in raw mode, and what has come through it. */
function opened(context: TestContext) {
  const time = mockedTime(context);
  const calls: string[] = [];
  const terminal = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (raw: boolean) => void calls.push(`raw ${raw}`),
    ref: () => void calls.push('ref'),
    unref: () => void calls.push('unref'),
  });
  const keyboard = keyboardOf(terminal as unknown as NodeJS.ReadStream);
  keyboard.setEncoding('utf8');
  let came = '';
  keyboard.on('readable', () => {
    came += (keyboard.read() as string | null) ?? '';
  });
  keyboard.setRawMode(true);
  return { time, calls, terminal, keyboard, came: () => came };
}

test('an Escape alone is a key after a moment, and not before', async (context) => {
  const { time, terminal, came } = opened(context);
  terminal.write('\x1b');
  await time.settle();
  assert.equal(came(), '');
  await time.pass(50);
  await time.settle();
  assert.equal(came(), '\x1b[27u');
  terminal.write('q');
  await time.settle();
  assert.equal(came(), '\x1b[27uq');
});

test('an Escape that goes on in time is no key, even if the program was held up', async (context) => {
  const { time, terminal, came } = opened(context);
  terminal.write('\x1b');
  await time.settle();
  // The timer is due, but what the terminal sent has been there for as long.
  context.mock.timers.tick(1000);
  terminal.write(']11;rgb:1e1e/1e1e/1e1e\x07q');
  await time.settle();
  await time.settle();
  assert.equal(came(), 'q');
});

test('an answer without an end is dropped, and keys are keys again', async (context) => {
  const { time, terminal, came } = opened(context);
  terminal.write('\x1b]11;rgb:1e1e');
  await time.pass(200);
  terminal.write('/1e1e');
  await time.pass(300);
  terminal.write('q');
  await time.pass(0);
  assert.equal(came(), 'q');
});

test('characters that arrive in parts are whole', async (context) => {
  const { time, terminal, came } = opened(context);
  for (const byte of Buffer.from('é漢🦊')) {
    terminal.write(Buffer.of(byte));
    await time.settle();
  }

  assert.equal(came(), 'é漢🦊');
});

test('without raw mode nothing is read, and what was begun is forgotten', async (context) => {
  const { time, terminal, keyboard, calls, came } = opened(context);
  terminal.write('\x1b]11;');
  await time.settle();
  keyboard.setRawMode(false);
  terminal.write('left');
  await time.pass(1000);
  assert.equal(came(), '');
  assert.equal(terminal.readableLength, 4);
  keyboard.setRawMode(true);
  await time.settle();
  assert.equal(came(), 'left');
  keyboard.ref();
  keyboard.unref();
  assert.deepEqual(calls, ['raw true', 'raw false', 'raw true', 'ref', 'unref']);
});
