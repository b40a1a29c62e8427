import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { wrongAnswer } from '../../source/core/profile/check-spans.ts';
import type { Case } from '../../source/core/plan/plan.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import type { WorkloadName } from '../../source/core/plan/workload.ts';
import { findPython } from '../../source/engines/python/find-python.ts';
import { pythonEngine } from '../../source/engines/python/engine.ts';
import type { Engine } from '../../source/core/profile/engine.ts';
import { interleave, type PairOf } from '../helpers/pairs.ts';
import { start } from '../helpers/process.ts';

/** The shortest of a batch: by the clock, and on a CPU, where other programs do not count. */
export type TaskTime = { readonly wall: Milliseconds; readonly cpu: Milliseconds };

export type Batch = {
  readonly workload: WorkloadName;
  readonly size: number;
  readonly tasks: number;
};

const setup = { environment: process.env };

/** The Python of the program. */
export const python = async (): Promise<string> => (await findPython(setup)).path;

/** The time of a task of the engine, and timed by hand in another process, in turns. */
export async function taskTimes(
  batch: Batch,
  { runs, trim }: { readonly runs: number; readonly trim: boolean },
): Promise<readonly PairOf<TaskTime>[]> {
  const { workload, size, tasks } = batch;
  const file = fileURLToPath(new URL('by-hand.py', import.meta.url));
  const driver = fileURLToPath(import.meta.resolve('#ray-driver'));
  const given = [driver, workload, String(size), String(tasks), ...(trim ? ['trim'] : [])];
  const byHand = start([await python(), file, ...given]);
  const engine = pythonEngine('python', { setup });
  const planned: Case = { id: 'python', engine: 'python', workers: 1, ...batch };
  try {
    return await interleave(
      { runs, warmUps: 1 },
      async () => timeOf(engine, planned),
      async () => {
        const { time: wall, answer } = await byHand.run();
        return { wall, cpu: Number(answer[0]) / 1e6 };
      },
    );
  } finally {
    byHand.close();
    await engine.close();
  }
}

async function timeOf(engine: Engine, planned: Case): Promise<TaskTime> {
  const outcome = await engine.run(planned, () => {}, new AbortController().signal);
  const wrong = outcome.status === 'finished' ? wrongAnswer(planned, outcome.spans) : outcome;
  if (outcome.status !== 'finished' || wrong) {
    throw new Error(`A pass failed: ${JSON.stringify(wrong)}`);
  }

  const { start: begin, end, onCpu = [] } = outcome.spans;
  const walls = Array.from(end, (moment, index) => moment - begin[index]!);
  return { wall: Math.min(...walls), cpu: Math.min(...onCpu) };
}
