import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Milliseconds } from '../../source/core/units.ts';
import { hostOf } from '../../test/helpers/terminal/host-process.ts';
import { program, root } from '../../test/helpers/terminal/terminal.ts';
import { accountsOf } from '../helpers/process-account.ts';
import { openProgram } from '../helpers/program.ts';
import { finishedIn, savedRun } from '../helpers/saved-run.ts';
import { size, type Shape } from './script.ts';

export type WideRun = {
  readonly wall: Milliseconds;
  /** The lag in the report. */
  readonly lag: Milliseconds;
  /** From the head's last line to the results on the screen. */
  readonly shown: Milliseconds;
  /** CPU time of both processes, from the start of the run to its results. */
  readonly cpu: Milliseconds;
  /** The longest time without anything written to the terminal before the head's last line. */
  readonly gap: Milliseconds;
};

/** Runs a plan on a head that only tells events, in a window, until its results are shown. */
export async function wideRun(shape: Shape): Promise<WideRun> {
  const head = await openHead(shape);
  const state = await mkdtemp(join(tmpdir(), 'fibtui-wide-'));
  const frames: Milliseconds[] = [];
  const onText = () => void frames.push(Date.now());
  const run = openProgram(commandOf(head.url, shape), { XDG_STATE_HOME: state }, { onText });
  await run.until('on the cluster');
  const pids = [run.pid, await hostOf(run.pid)];
  const before = accountsOf(pids).cpu;
  const from = Date.now();
  run.press('\r');
  const ended = await head.ended;
  await run.until('RESULTS');
  const shown = Date.now() - ended;
  const cpu = accountsOf(pids).cpu - before;
  run.press('q');
  await run.ended;
  head.close();
  const { recording } = await savedRun(state);
  await rm(state, { recursive: true });
  const [pass] = finishedIn(recording);
  const { wall = Number.NaN, ray } = pass?.outcome ?? {};
  return {
    wall,
    lag: ray?.lag ?? Number.NaN,
    shown,
    cpu,
    gap: longestGap(frames, { from, ended }),
  };
}

export function commandOf(url: string, { tasks }: Shape): readonly string[] {
  const flags = {
    engines: 'ray',
    ray: url,
    rounds: 1,
    workload: 'pair',
    size,
    tasks,
  };
  const given = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return [process.execPath, program, ...given, '--save'];
}

type Spell = { readonly from: Milliseconds; readonly ended: Milliseconds };

function longestGap(frames: readonly Milliseconds[], { from, ended }: Spell): Milliseconds {
  const times = [from, ...frames.filter((at) => at >= from && at <= ended), ended];
  return Math.max(...times.slice(1).map((at, index) => at - times[index]!));
}

export async function openHead({ cpus, tasks, time }: Shape) {
  const file = join(root, 'benchmark/ray-wide/head.ts');
  const child = spawn(process.execPath, [file, ...[cpus, tasks, time].map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  const [url] = (await once(lines, 'line')) as [string];
  const ended = once(lines, 'line').then(([line]) => Number(String(line).split(' ')[1]));
  return { url, ended, close: () => child.kill() };
}
