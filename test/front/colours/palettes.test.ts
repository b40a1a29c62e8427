import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { castPalette, openPalette } from '../../../source/front/colours/palettes.ts';
import type { ColourOptions } from '../../../source/options/colour-flags.ts';

const light = '11;rgb:ffff/ffff/ffff';
const question = '\x1b]11;?\x07';

type Given = ColourOptions & {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
};

/** A palette of a terminal, what was written to it, and how often it has changed. */
function opened(context: TestContext, { env = {}, isTTY = true, ...options }: Given = {}) {
  let now = 0;
  context.mock.method(performance, 'now', () => now);
  const written: string[] = [];
  const stdout = { isTTY, write: (text: string) => written.push(text) > 0 };
  const program = { env: { TERM: 'xterm-256color', ...env }, stdout };
  const look = openPalette(options, program as unknown as NodeJS.Process);
  const changes: string[] = [];
  look.subscribe(() => changes.push(look.palette().background));
  const pass = (time: number) => (now += time);
  return { ...look, written, changes, pass };
}

test('an answer within a second changes the palette', (context) => {
  const { palette, ask, onAnswer, pass, written, changes } = opened(context);
  assert.equal(palette().background, 'dark');
  ask();
  assert.deepEqual(written, [question]);
  pass(900);
  onAnswer(light);
  assert.equal(palette().background, 'light');
  assert.deepEqual(changes, ['light']);
});

test('a late answer, one that was not asked for, and another answer change nothing', (context) => {
  const { palette, ask, onAnswer, pass, changes } = opened(context);
  onAnswer(light);
  ask();
  onAnswer('10;rgb:ffff/ffff/ffff');
  pass(1001);
  onAnswer(light);
  assert.equal(palette().background, 'dark');
  assert.deepEqual(changes, []);
});

test('an answer that agrees with the guess draws nothing again', (context) => {
  const { ask, onAnswer, changes } = opened(context, { env: { COLORFGBG: '0;15' } });
  ask();
  onAnswer(light);
  assert.deepEqual(changes, []);
});

test('--theme decides, and nobody is asked', (context) => {
  const { palette, ask, onAnswer, written } = opened(context, {
    theme: 'light',
    env: { COLORFGBG: '15;0' },
  });
  ask();
  onAnswer('11;rgb:0000/0000/0000');
  assert.deepEqual(written, []);
  assert.equal(palette().background, 'light');
});

test('nobody is asked where the answer makes no difference, or where it cannot come', (context) => {
  const given: readonly Given[] = [
    { color: 'never' },
    { env: { NO_COLOR: '1' } },
    { env: { TERM: 'linux' } },
    { isTTY: false, color: 'always' },
  ];
  for (const one of given) {
    const { ask, written } = opened(context, one);
    ask();
    assert.deepEqual(written, [], JSON.stringify(one));
    context.mock.restoreAll();
  }
});

test('a recording without a terminal is for a dark background, or for the one that is named', () => {
  assert.equal(castPalette({}, { env: { COLORFGBG: '0;15' } }).background, 'dark');
  assert.equal(castPalette({ theme: 'light' }, { env: {} }).background, 'light');
});
