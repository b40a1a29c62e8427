import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terminalCheck, type TerminalFacts } from '../../../source/core/doctor/terminal-check.ts';

const textOf = (given: Partial<TerminalFacts>): string =>
  terminalCheck({
    columns: 120,
    rows: 40,
    colours: 'all',
    background: 'light',
    backgroundFrom: 'answer',
    ascii: false,
    screenReader: false,
    ...given,
  }).text;

test('a terminal is told with its size, its colours and its letters', () => {
  assert.equal(
    textOf({}),
    '120 columns x 40 rows, all colours, on a light background (as it says), in UTF-8',
  );
  assert.equal(
    textOf({ colours: 'few', ascii: true }),
    '120 columns x 40 rows, 16 colours, in ASCII',
  );
});

test('where its background comes from is told', () => {
  const background = 'dark';
  assert.match(textOf({ background, backgroundFrom: 'default' }), /dark background \(assumed/);
  assert.match(textOf({ background, backgroundFrom: 'variable' }), /\(by COLORFGBG\)/);
  assert.match(textOf({ background, backgroundFrom: 'flag' }), /\(by --theme\)/);
});

test('a screen reader is told', () => {
  assert.match(
    textOf({ screenReader: true }),
    /sentences for a screen reader \(INK_SCREEN_READER\)$/,
  );
});

test('where no screen is shown it is told why, and what comes instead', () => {
  const instead = 'a run starts at once and prints a summary, all colours, in UTF-8';
  assert.equal(textOf({ without: 'terminal' }), `no terminal: ${instead}`);
  assert.equal(
    textOf({ without: 'cursor' }),
    `a terminal that cannot move its cursor (TERM=dumb): ${instead}`,
  );
  assert.equal(textOf({ without: 'foreground' }), `in the background of its terminal: ${instead}`);
  assert.equal(textOf({ without: 'person' }), `a terminal that nobody watches (CI): ${instead}`);
});
