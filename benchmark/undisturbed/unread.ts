import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Recording } from '../../source/core/recording/recording.ts';
import { duration } from '../../source/core/text/format.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { environment, program } from '../../test/helpers/terminal/terminal.ts';
import { atMost, type Bar } from '../helpers/bars.ts';
import { openProgram } from '../helpers/program.ts';
import { finishedIn, savedRun } from '../helpers/saved-run.ts';

const unread: Milliseconds = 20_000;
/** The walls of passes that nothing disturbs differ by so much on a machine that others use as well. */
const mostBeyond = 1.1;

/** A pass, in milliseconds since the epoch. */
type Timed = {
  readonly case: string;
  readonly wall: Milliseconds;
  readonly from: number;
  readonly to: number;
};

/** Does not read the terminal for 20 s in the middle of a run; then the run must end, be saved and replay. */
export async function unreadTerminal(): Promise<readonly Bar[]> {
  const state = await mkdtemp(join(tmpdir(), 'fibtui-unread-'));
  const env = { XDG_STATE_HOME: state };
  const args = ['--size', '5000', '--tasks', '100000', '--rounds', '3'];
  const run = openProgram([process.execPath, program, ...args], env);
  await run.until('SETUP');
  run.press('\r');
  await run.until('round 2 of');
  const from = Date.now();
  run.pause();
  await setTimeout(unread);
  run.resume();
  const to = Date.now();
  await run.until('RESULTS');
  run.press('q');
  const code = await run.ended;
  const { path, recording } = await savedRun(state);
  const passes = passesOf(recording);
  const replay = spawnSync(process.execPath, [program, 'replay', path], {
    env: environment(env),
  });
  await rm(state, { recursive: true });
  return [
    ...['local', 'pool'].map((id) => compared(id, passes, { from, to })),
    atMost('exit code of the run', code, { most: 0, show: String }),
    atMost('exit code of its replay', replay.status ?? 1, { most: 0, show: String }),
  ];
}

function passesOf(recording: Recording): readonly Timed[] {
  const [{ startedAt, at: began }] = recording.events;
  const epoch = Date.parse(startedAt) - began;
  return finishedIn(recording).map(({ pass, outcome: { wall }, at }) => ({
    case: pass.case,
    wall,
    from: epoch + at - wall,
    to: epoch + at,
  }));
}

/** The longest wall of a case while the terminal was not read, over the longest of its other walls. */
function compared(
  id: string,
  passes: readonly Timed[],
  { from, to }: { readonly from: number; readonly to: number },
): Bar {
  const ofCase = passes.filter((pass) => pass.case === id);
  const isUnread = (pass: Timed) => pass.from < to && pass.to > from;
  const walls = (some: readonly Timed[]) => some.map(({ wall }) => wall);
  const [inside, outside] = [
    walls(ofCase.filter(isUnread)),
    walls(ofCase.filter((pass) => !isUnread(pass))),
  ];
  const texts = (some: readonly number[]) => some.map(duration).join(', ') || 'none';
  console.log(`${id.padEnd(6)} unread ${texts(inside)}   read ${texts(outside)}`);
  const ratio = Math.max(0, ...inside) / Math.max(...outside);
  return atMost(`${id}, not read for 20 s: its longest wall over that of the others`, ratio, {
    most: mostBeyond,
    show: (value) => `${value.toFixed(2)}x`,
  });
}
