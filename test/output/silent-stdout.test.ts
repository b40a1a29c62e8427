import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { stdoutWithout } from '../../source/output/silent-stdout.ts';

test('while the terminal is silent nothing is written to it, and whoever waits is answered', async () => {
  const terminal = new PassThrough({ encoding: 'utf8' });
  let silent = false;
  const stdout = stdoutWithout(terminal as unknown as NodeJS.WriteStream, () => silent);
  stdout.write('before ');
  silent = true;
  stdout.write('meanwhile ');
  await new Promise((resolve) => {
    stdout.write('', resolve);
  });
  silent = false;
  stdout.write('after');
  assert.equal(terminal.read(), 'before after');
});
