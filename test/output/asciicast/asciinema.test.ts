import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pictureOf } from '../../helpers/casts/casts.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';
import { film } from '../../helpers/screens/filmed-app.tsx';
import { openTerminal } from '../../helpers/terminal/terminal.ts';
import { sessionState } from '../../helpers/screens/ui-states.ts';

const hasAsciinema = spawnSync('asciinema', ['--version']).status === 0;
const skip = hasAsciinema ? false : 'no asciinema here';

test('asciinema cat plays a recording to the screen that was seen', { skip }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-cast-'));
  t.after(async () => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'app.cast');
  const window = { columns: 80, rows: 24 };
  using filming = film({ session: fakeSession({ state: sessionState(2) }), window });
  await filming.until('50,000 terms');
  filming.press('\u001B[C');
  await filming.until('100,000 terms');
  filming.press('?');
  await filming.until('KEYS ON THE SETUP');
  await filming.close();
  await writeFile(path, filming.disk.text());
  using terminal = openTerminal({ ...window, command: ['asciinema', 'cat', path] });
  assert.equal((await terminal.exited).code, 0);
  assert.deepEqual(pictureOf(terminal.emulator), pictureOf(filming.emulator));
});
