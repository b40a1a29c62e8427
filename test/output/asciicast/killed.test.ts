import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { castOf } from '../../helpers/casts/casts.ts';

const recording = new URL('../../../source/output/asciicast/cast-recording.ts', import.meta.url)
  .href;

const timing = new URL('../../../source/session/real-timing.ts', import.meta.url).href;

/** Writes two frames, and dies while a third one is pending. */
const program = (path: string) => `
  import { setImmediate } from 'node:timers/promises';
  import { openCastRecording } from ${JSON.stringify(recording)};
  import { realTiming } from ${JSON.stringify(timing)};
  const { stdout, typed } = openCastRecording({
    path: ${JSON.stringify(path)},
    overwrite: false,
    version: 2,
    startedAt: 0,
    environment: {},
    timing: realTiming,
    onFailure: () => {},
  });
  for (const frame of ['one\\n', 'two\\n']) {
    stdout.write(frame);
    await setImmediate();
    typed();
  }
  stdout.write('three\\n');
  process.kill(process.pid, 'SIGKILL');
`;

test('a program that is killed leaves all that was drawn before', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-cast-'));
  t.after(async () => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'killed.cast');
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(path)]);
  const [, signal] = (await once(child, 'exit')) as readonly unknown[];
  assert.equal(signal, 'SIGKILL');
  const { window, events } = castOf(await readFile(path, 'utf8'));
  assert.deepEqual(window, { columns: 80, rows: 24 });
  assert.deepEqual(
    events.map(({ data }) => data),
    ['one\r\n', 'two\r\n'],
  );
});
