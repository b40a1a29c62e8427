import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Colours } from '../../../source/core/text/palette.ts';
import { coloursOf, coloursOfCast } from '../../../source/front/colours/colour-count.ts';

type Environment = Readonly<Record<string, string>>;

const rich: Environment = { TERM: 'xterm-256color', COLORTERM: 'truecolor' };

const onTerminal = (environment: Environment): Colours =>
  coloursOf('auto', { environment, isTerminal: true });
const inPipe = (environment: Environment): Colours =>
  coloursOf('auto', { environment, isTerminal: false });

test('a terminal gets the colours that it has', () => {
  assert.equal(onTerminal(rich), 'all');
  assert.equal(onTerminal({ TERM: 'xterm-256color' }), 'indexed');
  assert.equal(onTerminal({ TERM: 'linux' }), 'few');
  assert.equal(onTerminal({ TERM: 'dumb' }), 'none');
});

test('what is no terminal gets none', () => {
  assert.equal(inPipe(rich), 'none');
});

const cases: readonly (readonly [Environment, terminal: Colours, pipe: Colours])[] = [
  [{ NO_COLOR: '1' }, 'none', 'none'],
  [{ NO_COLOR: '' }, 'all', 'none'],
  [{ CLICOLOR: '0' }, 'none', 'none'],
  [{ CLICOLOR: '1' }, 'all', 'none'],
  [{ CLICOLOR_FORCE: '1' }, 'all', 'all'],
  [{ CLICOLOR_FORCE: '0' }, 'all', 'none'],
  [{ CLICOLOR: '0', CLICOLOR_FORCE: '1' }, 'all', 'all'],
  [{ FORCE_COLOR: '0' }, 'none', 'none'],
  [{ FORCE_COLOR: 'false' }, 'none', 'none'],
  [{ FORCE_COLOR: '1' }, 'few', 'few'],
  [{ FORCE_COLOR: '2' }, 'indexed', 'indexed'],
  [{ FORCE_COLOR: '3' }, 'all', 'all'],
  [{ FORCE_COLOR: 'true' }, 'all', 'all'],
  [{ FORCE_COLOR: '' }, 'all', 'none'],
  [{ FORCE_COLOR: '0', CLICOLOR_FORCE: '1' }, 'none', 'none'],
  [{ NO_COLOR: '1', FORCE_COLOR: '3' }, 'none', 'none'],
  [{ NO_COLOR: '1', CLICOLOR_FORCE: '1' }, 'none', 'none'],
];

for (const [environment, terminal, pipe] of cases) {
  test(`${JSON.stringify(environment)}: ${terminal} on a terminal, ${pipe} in a pipe`, () => {
    assert.equal(onTerminal({ ...rich, ...environment }), terminal);
    assert.equal(inPipe({ ...rich, ...environment }), pipe);
  });
}

test('a flag goes before the environment', () => {
  for (const isTerminal of [true, false]) {
    const none = { environment: { ...rich, FORCE_COLOR: '3' }, isTerminal };
    assert.equal(coloursOf('never', none), 'none');
    const all = { environment: { ...rich, NO_COLOR: '1', CLICOLOR: '0' }, isTerminal };
    assert.equal(coloursOf('always', all), 'all');
  }

  assert.equal(coloursOf('always', { environment: {}, isTerminal: false }), 'few');
});

test('a recording without a terminal has all colours, unless the user wants fewer', () => {
  assert.equal(coloursOfCast('auto', {}), 'all');
  assert.equal(coloursOfCast('always', { NO_COLOR: '1' }), 'all');
  assert.equal(coloursOfCast('auto', { NO_COLOR: '1' }), 'none');
  assert.equal(coloursOfCast('auto', { FORCE_COLOR: '2' }), 'indexed');
  assert.equal(coloursOfCast('never', {}), 'none');
});
