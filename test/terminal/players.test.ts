import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { castOf, pictureOf, type PlayedEvent, replayed, shownIn } from '../helpers/casts/casts.ts';
import { temporaryFolder } from '../helpers/profiles/runs.ts';
import { drawnAt, quick } from '../helpers/terminal/terminal-screens.ts';
import { openTerminal } from '../helpers/terminal/terminal.ts';
import { playedOnTheWeb } from '../helpers/casts/web-player.ts';

/** A session of the built program that is resized halfway: its cast file, and the terminal's output. */
async function recorded(t: TestContext, version: 2 | 3) {
  const path = join(await temporaryFolder(t), 'session.cast');
  const args = [...quick, '--record', path, '--cast-version', String(version)];
  using terminal = openTerminal({ args });
  await terminal.until('in all');
  terminal.resize(100, 30);
  await terminal.until(drawnAt(100, 30));
  terminal.press('enter');
  await terminal.until('RESULTS');
  terminal.press('q');
  await terminal.exited;
  return { path, cast: await readFile(path, 'utf8'), output: shownIn(terminal.output()) };
}

const outputOf = (events: readonly PlayedEvent[]): string =>
  events.map(({ code, data }) => (code === 'o' ? data : '')).join('');

/** The times at which something is drawn, in milliseconds. */
const momentsOf = (events: readonly PlayedEvent[]): readonly number[] => [
  ...new Set(events.flatMap(({ code, at }) => (code === 'o' ? [Math.round(at * 1000)] : []))),
];

for (const version of [2, 3] as const) {
  test(`asciinema's web player plays a version ${version} cast of the program, to the byte and to the millisecond`, async (t) => {
    const { cast, output } = await recorded(t, version);
    const { window, markers, shown } = await playedOnTheWeb(cast);
    const written = castOf(cast).events;
    assert.deepEqual(window, { columns: 80, rows: 24 });
    assert.equal(outputOf(shown), output);
    assert.deepEqual(momentsOf(shown), momentsOf(written));
    assert.deepEqual(
      shown.flatMap(({ code, data }) => (code === 'r' ? [data] : [])),
      ['100x30'],
    );
    assert.deepEqual(
      markers.map(([, label]) => label),
      ['local 1/2', 'pool 1/2', 'pool 2/2', 'local 2/2', 'verdict'],
    );
  });
}

const hasAsciinema = spawnSync('asciinema', ['--version']).status === 0;
const skip = hasAsciinema ? false : 'no asciinema here';

test('asciinema cat plays a version 2 cast of the program to its end', { skip }, async (t) => {
  const { path, cast } = await recorded(t, 2);
  // This player ignores resizes: its terminal has the last size.
  using terminal = openTerminal({ columns: 100, rows: 30, command: ['asciinema', 'cat', path] });
  assert.equal((await terminal.exited).code, 0);
  assert.deepEqual(pictureOf(terminal.emulator), pictureOf(await replayed(castOf(cast))));
  assert.match(terminal.printed(), /^VERDICT/m);
});
