import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedIn, remedies } from '../../source/core/refusal.ts';

test('a refusal is named by what was refused, though V8 calls every one "out of memory"', () => {
  for (const [words, resource] of [
    ['WebAssembly.Memory(): could not allocate memory', 'address-space'],
    [
      '# Fatal process out of memory: Failed to reserve virtual memory for CodeRange',
      'address-space',
    ],
    ['Worker initialization failure: EMFILE ERR_WORKER_INIT_FAILED', 'files'],
    ['spawn /usr/bin/node EMFILE', 'files'],
    ['EAGAIN ERR_WORKER_INIT_FAILED', 'threads'],
    ['spawn /usr/bin/node EAGAIN', 'threads'],
    ['Assertion failed: uv_thread_create_ex', 'threads'],
    ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', 'memory'],
    ['spawn ENOMEM', 'memory'],
    ['the system refused 512 MiB more for 100000 terms', 'memory'],
  ] as const) {
    assert.equal(refusedIn(words), resource, words);
  }
});

test('anything else is no refusal', () => {
  for (const words of ['', 'TypeError: x is not a function', "Cannot find module 'EMFILES'"]) {
    assert.equal(refusedIn(words), undefined);
  }
});

test('for addresses, bigint and a flag of Node help as well', () => {
  assert.match(remedies['address-space'], /ulimit -v.*bigint.*--disable-wasm-trap-handler/);
  assert.match(remedies.files, /ulimit -n/);
  assert.match(remedies.threads, /ulimit -u/);
});
