import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { virtualKeyboard } from '../../../source/output/asciicast/virtual-terminal.ts';
import { openDemoKeyboard } from '../../../source/session/demo/keyboard.ts';

/** The keyboard of a demo with a person at it, and a log of both. */
function opened() {
  const log: string[] = [];
  const person = Object.assign(virtualKeyboard(), {
    setRawMode: (raw: boolean) => void log.push(raw ? 'raw' : 'cooked'),
  });
  const { stream, type } = openDemoKeyboard(person, () => void log.push('taken over'));
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => void log.push(text));
  return { log, person, stream, type };
}

test('what the script types and what the person types arrives, the latter announced', async () => {
  const { log, person, stream, type } = opened();
  stream.setRawMode(true);
  type('a');
  await setImmediate();
  person.push('é');
  await setImmediate();
  assert.deepEqual(log, ['raw', 'a', 'taken over', 'é']);
});

test('the person is heard for as long as keys are asked for, and again after a pause', async () => {
  const { log, person, stream } = opened();
  stream.setRawMode(true);
  stream.setRawMode(false);
  person.push('b');
  await setImmediate();
  assert.deepEqual(log, ['raw', 'cooked']);
  stream.setRawMode(true);
  await setImmediate();
  person.push('c');
  await setImmediate();
  assert.deepEqual(log, ['raw', 'cooked', 'raw', 'taken over', 'b', 'taken over', 'c']);
});
