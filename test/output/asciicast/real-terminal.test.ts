import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { castOf, pictureOf, replayed, wholeLines, type Cast } from '../../helpers/casts/casts.ts';
import { openTerminal } from '../../helpers/terminal/terminal.ts';

const screen = fileURLToPath(new URL('../../fixtures/recording/screen.ts', import.meta.url));

async function fileOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-cast-'));
  t.after(async () => rm(folder, { recursive: true, force: true }));
  return join(folder, 'screen.cast');
}

const outputOf = ({ events }: Cast): string =>
  events.map(({ code, data }) => (code === 'o' ? data : '')).join('');

test('a recording in a real terminal has what that terminal got, to the byte', async (t) => {
  const path = await fileOf(t);
  using terminal = openTerminal({ command: [process.execPath, screen, path] });
  await terminal.until('80x24 hears');
  terminal.press('ab');
  await terminal.until('80x24 hears ab');
  terminal.resize(100, 30);
  await terminal.until('100x30 hears ab');
  terminal.resize(70, 20);
  await terminal.until('70x20 hears ab');
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);

  const cast = castOf(await readFile(path, 'utf8'));
  assert.equal(cast.header['width'], 80);
  const sizes = cast.events.filter(({ code }) => code === 'r').map(({ data }) => data);
  assert.deepEqual(sizes, ['100x30', '70x20']);
  // The library that hides the cursor shows it once more when the program has ended.
  assert.deepEqual(terminal.output().split(outputOf(cast)), ['', '\u001B[?25h']);
  assert.deepEqual(pictureOf(await replayed(cast)), pictureOf(terminal.emulator));
  assert.match(terminal.text(), /the summary/);
});

test('a program that is killed in a real terminal leaves what was drawn until then', async (t) => {
  const path = await fileOf(t);
  using terminal = openTerminal({ command: [process.execPath, screen, path] });
  await terminal.until('80x24 hears');
  terminal.press('ab');
  await terminal.until('80x24 hears ab');
  terminal.signal('SIGKILL');
  await terminal.exited;
  const cast = castOf(wholeLines(await readFile(path, 'utf8')));
  assert.ok(cast.events.length > 0);
  assert.ok(terminal.output().startsWith(outputOf(cast)));
});
