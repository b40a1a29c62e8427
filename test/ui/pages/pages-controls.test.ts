import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handleKey, handlePaste } from '../../../source/ui/controls.ts';
import { targetsIn } from '../../helpers/screens/ui-situations.ts';

/** The help over the setup screen after some keys, and what else they did. */
function pressed(...keys: readonly string[]) {
  const { targets, calls } = targetsIn({
    profile: 'none',
    place: 'setup',
    replay: false,
    over: 'nothing',
  });
  ['?', ...keys].forEach((key) => handleKey(targets, key));
  return { targets, calls, pager: targets.pager.latest() };
}

test('the help knows the screen that it lies over', () => {
  assert.deepEqual(pressed().pager, { shows: 'help', top: 0, over: 'setup' });
});

test('after / characters are typed, and none of them is a key', () => {
  const { pager, calls } = pressed('down', '/', 'q', '?', ' ', 'd');
  assert.deepEqual(pager, { shows: 'help', top: 0, over: 'setup', find: 'q? d' });
  assert.deepEqual(calls, []);
});

test('backspace takes a character back, and then leaves the search', () => {
  assert.equal(findOf(pressed('/', 'a', 'b', 'backspace')), 'a');
  assert.equal(findOf(pressed('/', 'backspace')), undefined);
});

test('escape leaves the search, and then the help', () => {
  assert.deepEqual(pressed('/', 'a', 'escape').pager, { shows: 'help', top: 0, over: 'setup' });
  assert.equal(pressed('/', 'a', 'escape', 'escape').pager, undefined);
});

test('keys that are no characters are not typed', () => {
  assert.equal(findOf(pressed('/', 'a', 'tab', 'left', 'enter', 'shift+up')), 'a');
});

test('a paste is typed where a word is looked for, and goes nowhere else', () => {
  const finding = pressed('/');
  handlePaste(finding.targets, ' rou\nnds ');
  assert.equal(findOf({ pager: finding.targets.pager.latest() }), 'rounds');
  const reading = pressed();
  handlePaste(reading.targets, 'rounds');
  assert.equal(findOf({ pager: reading.targets.pager.latest() }), undefined);
  assert.equal(reading.targets.pasteRefused.latest(), true);
});

test('? closes the help, and opens it again', () => {
  assert.equal(pressed('?').pager, undefined);
  assert.equal(pressed('?', '?').pager?.shows, 'help');
});

const findOf = ({ pager }: Pick<ReturnType<typeof pressed>, 'pager'>): string | undefined =>
  pager?.shows === 'help' ? pager.find : undefined;
