import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import xterm from '@xterm/headless';
import { shown, textOf } from '../../helpers/casts/casts.ts';
import { demoFrames, type DemoFrame } from '../../helpers/session/demo-frames.ts';
import { demoRecordings } from '../../helpers/session/demo-recordings.ts';
import { assertFits } from '../../helpers/terminal/terminal-screens.ts';

/** The frames of the demo in a window. */
async function drawn(t: TestContext, columns: number, rows: number): Promise<readonly DemoFrame[]> {
  const request = { recordings: demoRecordings(), version: '1.2.3', window: { columns, rows } };
  const frames: DemoFrame[] = [];
  for await (const frame of demoFrames({ ...request, timers: t.mock.timers })) {
    frames.push(frame);
  }

  return frames;
}

/** The screen after each of them. */
async function screensOf(
  frames: readonly DemoFrame[],
  cols: number,
  rows: number,
): Promise<readonly string[]> {
  const emulator = new xterm.Terminal({ cols, rows, convertEol: true, allowProposedApi: true });
  const screens: string[] = [];
  for (const { output } of frames) {
    await shown(emulator, output);
    screens.push(textOf(emulator));
  }

  return screens;
}

for (const [columns, rows] of [
  [80, 24],
  [60, 16],
] as const) {
  test(`at ${columns}x${rows} every screen comes, with the words to it in the row below`, async (t) => {
    const screens = await screensOf(await drawn(t, columns, rows), columns, rows);
    assert.equal(screens.at(-1)?.trim(), '');
    for (const [screen, words] of [
      [/SETUP[^]*Size +50,000/, 'What does parallelism buy'],
      [/SETUP[^]*Size +100,000/, 'An arrow key'],
      [/SETUP[^]*Size +50,000/, 'Enter runs'],
      [/round 1 of 5 .*running/, 'local'],
      [/round 5 of 5 .*running/, 'turns'],
      [/RESULTS[^]*50,000 terms[^]*2 workers/, 'The result: how many'],
      [/SETUP[^]*Size +1,000/, 'Another size'],
      [/RESULTS[^]* 1,000 terms[^]*2 workers/, 'nother result'],
    ] as const) {
      const found = screens.find((text) => screen.test(text) && text.includes(words));
      assert.ok(found, `${screen.source} with "${words}" is on no screen`);
      assertFits(found, columns, rows);
      assert.ok(found.split('\n').at(-2)?.includes(words), found);
    }
  });
}

test('in a made-up time it is the same every time, to the byte', async (t) => {
  const frames = await drawn(t, 80, 24);
  assert.deepEqual(await drawn(t, 80, 24), frames);
});
