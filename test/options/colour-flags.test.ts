import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from '../../source/options/read-options.ts';
import { optionsOf, refusalOf } from '../helpers/terminal/invocations.ts';

test('without flags the terminal decides', () => {
  assert.equal(optionsOf([]).color, undefined);
  assert.equal(optionsOf([]).theme, undefined);
});

test('every command takes both flags', () => {
  for (const command of [[], ['replay'], ['demo']]) {
    const invocation = readOptions([...command, '--color', 'never', '--theme=light'], '1.2.3');
    assert.ok(invocation.type !== 'print');
    assert.equal(invocation.options.color, 'never');
    assert.equal(invocation.options.theme, 'light');
  }
});

test('a wrong value is refused in a sentence that names the right ones', () => {
  assert.equal(
    refusalOf(['--color', 'yes']),
    '--color "yes" is unknown: use auto, always or never.',
  );
  assert.equal(
    refusalOf(['--theme', 'solarized']),
    '--theme "solarized" is unknown: use dark or light.',
  );
  assert.equal(refusalOf(['replay', '--theme', '']), '--theme "" is unknown: use dark or light.');
});
