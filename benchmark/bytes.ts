import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bytes } from '../source/core/text/format.ts';
import type { Bytes, Milliseconds } from '../source/core/units.ts';
import { program } from '../test/helpers/terminal/terminal.ts';
import { atMost, judge } from './helpers/bars.ts';
import { headline } from './helpers/command.ts';
import { openWindow, type WindowRequest } from './helpers/window.ts';

// How much does the program write to its terminal, and to a film? `npm run bench:bytes`, about two minutes.

/** By then detection and calibration are done. */
const settled: Milliseconds = 5000;
const spell: Milliseconds = 20_000;
const minute: Milliseconds = 60_000;
/** More rounds than fit in any of these times. */
const endless = ['--rounds', '1000', '--no-history'];

headline('What is written to a terminal in a second, and to a film in a minute');
const large = { columns: 120, rows: 40 };
const { setup, run } = await writtenTo(large);
const film = await filmed({ columns: 80, rows: 24 });

const aSecond = (size: Bytes) => `${bytes(size)} a second`;
judge([
  atMost('the setup screen left alone, 120x40', setup, { most: 2000, show: aSecond }),
  atMost('a run, 120x40', run, { most: 10_000, show: aSecond }),
  atMost('a film of a minute of a run, 80x24', film, { most: 300_000, show: bytes }),
]);

type Size = Pick<WindowRequest, 'columns' | 'rows'>;

/** Bytes a second on the setup screen and during a run. */
async function writtenTo(size: Size): Promise<{ readonly setup: Bytes; readonly run: Bytes }> {
  let written = 0;
  const window = openWindow({
    command: [process.execPath, program, ...endless],
    ...size,
    onText: (text) => void (written += Buffer.byteLength(text)),
  });
  const rate = async () => {
    await setTimeout(settled);
    const before = written;
    await setTimeout(spell);
    return ((written - before) / spell) * 1000;
  };
  const setup = await rate();
  window.press('\r');
  const run = await rate();
  await ended(window);
  return { setup, run };
}

/** The size of a film of the setup and a minute of a run. */
async function filmed(size: Size): Promise<Bytes> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-bytes-'));
  const file = join(folder, 'run.cast');
  const command = [process.execPath, program, ...endless, '--record', file];
  const window = openWindow({ command, ...size });
  await setTimeout(settled);
  window.press('\r');
  await setTimeout(minute);
  await ended(window);
  const { size: length } = await stat(file);
  await rm(folder, { recursive: true });
  return length;
}

/** Cancels the run, and leaves the screen. */
async function ended({ press, ended: exit }: ReturnType<typeof openWindow>): Promise<void> {
  press('\x03');
  await exit;
}
