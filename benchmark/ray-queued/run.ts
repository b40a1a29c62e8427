import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RayPass } from '../../source/core/plan/ray.ts';
import type { Report } from '../../source/core/report/report.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { environment, program } from '../../test/helpers/terminal/terminal.ts';
import { openProgram } from '../helpers/program.ts';
import type { OwnHead } from '../ray/own-head.ts';

const args = ['--engines', 'local,ray', '--rounds', '1', '--ray-rounds', '1', '--save'];

export type Told = {
  readonly ray: RayPass;
  /** What is said of it. */
  readonly told: string;
};

/** A run in a window, which waits for CPUs. */
export function openQueuedRun({ target, environment: { RAY_AUTH_TOKEN: token = '' } }: OwnHead) {
  const state = mkdtempSync(join(tmpdir(), 'fibtui-queued-'));
  const env = { XDG_STATE_HOME: state, RAY_AUTH_TOKEN: token };
  const command = [process.execPath, program, 'run', ...args, '--ray', target.at];
  const { until, press, ended } = openProgram(command, env);
  let asked: Milliseconds = 0;
  const printed = () =>
    spawnSync(process.execPath, [program, 'show', 'last', '--json'], {
      env: environment(env),
      encoding: 'utf8',
    }).stdout;
  return {
    /** When the words of the first wait were seen. */
    asked: () => asked,
    async until(words: string) {
      await until(words);
      asked ||= Date.now();
    },
    async results(): Promise<Told> {
      await until('RESULTS');
      press('q');
      await ended;
      const { passes, advice } = JSON.parse(printed()) as Report;
      rmSync(state, { recursive: true });
      const pass = passes.find(({ case: id }) => id === 'ray');
      if (pass?.status !== 'finished' || !pass.ray) {
        throw new Error(`The pass on Ray did not finish: ${JSON.stringify(pass)}`);
      }

      const told = advice.find(({ case: id }) => id === 'ray')?.sentence ?? '';
      return { ray: pass.ray, told };
    },
  };
}
