import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deathOf } from '../../source/host/parent/death.ts';
import { withoutDebugger } from '../../source/host/parent/forked.ts';

const sentences = (death: Partial<Parameters<typeof deathOf>[0]>) => {
  const { message, hint } = deathOf({ code: null, signal: null, log: [], ...death });
  return [message, hint];
};

test('a host that was killed may have been so for lack of memory', () => {
  const [message, hint] = sentences({ signal: 'SIGKILL' });
  assert.equal(message, 'The measuring process was ended by SIGKILL.');
  assert.match(hint!, /memory ran out/);
});

test('one that threw says what, and one that exits its code', () => {
  const log = ['file.js:3', 'TypeError: x is not a function', '    at y (file.js:3:1)'];
  const [message] = sentences({ signal: 'SIGKILL', log });
  assert.equal(message, 'The measuring process failed: TypeError: x is not a function.');
  assert.equal(sentences({ code: 3 })[0], 'The measuring process ended with exit code 3.');
});

test('an error with a code is an error, and its last stop is not doubled', () => {
  const log = ['TypeError [ERR_INVALID_ARG_TYPE]: it must be a string.'];
  assert.equal(
    sentences({ signal: 'SIGKILL', log })[0],
    'The measuring process failed: TypeError [ERR_INVALID_ARG_TYPE]: it must be a string.',
  );
});

test('the heap and refused threads are named with what helps', () => {
  const heap = [
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
  ];
  assert.match(sentences({ signal: 'SIGABRT', log: heap })[1]!, /ran out of memory/);
  const refused = ['Error: EAGAIN'];
  assert.match(sentences({ signal: 'SIGKILL', log: refused })[1]!, /ulimit -u/);
});

test('refused addresses and files are no lack of memory', () => {
  const addresses = [
    '# Fatal process out of memory: Failed to reserve virtual memory for CodeRange',
  ];
  assert.match(
    sentences({ signal: 'SIGTRAP', log: addresses })[1]!,
    /addresses.*ulimit -v.*bigint/,
  );
  assert.match(sentences({ signal: 'SIGKILL', log: ['Error: EMFILE'] })[1]!, /ulimit -n/);
});

test('its last words go with the failure', () => {
  const log = ['one', 'two'];
  assert.deepEqual(deathOf({ code: 1, signal: null, log }).log, log);
  assert.equal('log' in deathOf({ code: 1, signal: null, log: [] }), false);
});

test('a debugger stays with the program that the user started', () => {
  const flags = [
    '--inspect',
    '--inspect-brk=9229',
    '--inspect-port',
    '0',
    '--max-old-space-size=80',
  ];
  assert.deepEqual(withoutDebugger(flags), ['--max-old-space-size=80']);
  assert.deepEqual(withoutDebugger(['--inspect', '--trace-gc']), ['--trace-gc']);
});
