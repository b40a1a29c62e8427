import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import { openConversation } from '../../../source/front/plain/conversation.ts';

function open({ columns = 80, ascii = false } = {}) {
  const input = new PassThrough();
  let text = '';
  const output = { columns, write: (part: string) => Boolean((text += part)) };
  return { input, talk: openConversation({ input, output, ascii }), text: () => text };
}

test('a question is a line, and the answer to it the next line that is typed', async () => {
  const { input, talk, text } = open();
  const answer = talk.ask('Size?');
  assert.equal(text(), 'Size?\n');
  input.write(' 50k \n');
  assert.equal(await answer, '50k');
});

test('what is typed ahead answers the next questions, in its order', async () => {
  const { input, talk } = open();
  input.write('1\n2\n3\n');
  await setImmediate();
  assert.deepEqual(
    [await talk.ask('a'), await talk.ask('b'), await talk.ask('c')],
    ['1', '2', '3'],
  );
});

test('what is typed while nothing is asked can be heard, and answers nothing then', async () => {
  const { input, talk } = open();
  const heard: string[] = [];
  const stop = talk.overhear((line) => void heard.push(line));
  input.write('stop\n');
  await setImmediate();
  stop();
  const answer = talk.ask('a');
  input.write('yes\n');
  assert.deepEqual([heard, await answer], [['stop'], 'yes']);
});

test('where the input ends or the conversation is closed there is no answer', async () => {
  const ended = open();
  const first = ended.talk.ask('a');
  ended.input.end();
  assert.deepEqual([await first, await ended.talk.ask('b')], [undefined, undefined]);

  const closed = open();
  const second = closed.talk.ask('a');
  closed.talk.close();
  assert.equal(await second, undefined);
});

test('a sentence is broken between its words, and never moves the cursor', () => {
  const { talk, text } = open({ columns: 20, ascii: true });
  talk.say('Round 1 of 5: größer than\u001B[2J a row.');
  assert.equal(text(), 'Round 1 of 5: gr??er\nthan [2J a row.\n');
});
