import { join } from 'node:path';
import { expectedAnswer } from '../../source/core/plan/answer.ts';
import { spanOf } from '../../source/core/profile/span-times.ts';
import { type Plan, batchOf, caseOf, type Case } from '../../source/core/plan/plan.ts';
import { planOf } from '../../source/core/plan/plan-of.ts';
import { refusalOf } from '../../source/core/plan/memory.ts';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import type { Walls } from '../../source/core/profile/state.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { python } from '../../test/ray/environment.ts';
import { start, type Engine } from '../helpers/process.ts';
import type { OwnHead } from './own-head.ts';
import { openPlan, type OpenPlan } from './passes.ts';
import { machineNow } from './surroundings.ts';

const engines = ['local', 'pool', 'ray'] as const;

/** The engines, and the seed's local function on CPython, which computes the same tasks one after another. */
export const rowNames = [...engines, 'seed'] as const;

export type RowName = (typeof rowNames)[number];

/** One chart: every engine at the same size and number of tasks. */
export type Chart = Pick<Case, 'size' | 'tasks'> &
  Pick<Plan, 'tasksFrom'> & {
    readonly walls: Readonly<Record<RowName, Walls>>;
    /** Ray's passes by round, from the start of the first task to the end of the last. */
    readonly spans: Walls;
  };

export type Asked = {
  readonly size: number;
  readonly tasks: 'auto' | 'cpus';
  readonly rounds: number;
};

/** Why a chart does not fit into this machine's memory. */
export type Refused = { readonly refusal: string };

/** Rounds that include Ray, whatever the size. */
export const rayRounds = 3;

/** Runs the program's plan round by round, with one run of the seed in every round. */
export async function chartOf(head: OwnHead, asked: Asked): Promise<Chart | Refused> {
  const { rounds, ...rest } = asked;
  const settings = { ...defaultSettings, ...rest, rounds, rayRounds, ray: head.target };
  const plan = planOf({ ...settings, engines }, head.circumstances);
  const refused = refusalOf(plan, machineNow());
  if (refused) {
    return refused;
  }

  const file = join(import.meta.dirname, 'seed.py');
  const seed = start([python, file, String(batchOf(plan).size), String(batchOf(plan).tasks)]);
  const open = await openPlan(plan, head.cluster);
  try {
    return await measured(plan, open, seed);
  } finally {
    seed.close();
    await open.close();
  }
}

async function measured(plan: Plan, { run }: OpenPlan, seed: Engine): Promise<Chart> {
  const none = () => new Map<number, Milliseconds>();
  const walls = { local: none(), pool: none(), ray: none(), seed: none() };
  const spans = none();
  for (let round = 1; round <= plan.rounds; round++) {
    const passes = plan.passes.filter((pass) => pass.round === round);
    const runSeed = async () => walls.seed.set(round, await timeOf(seed, batchOf(plan)));
    const inOrder = passes.map((pass) => async () => {
      const { engine } = caseOf(plan, pass);
      const row = engines.find((name) => name === engine)!;
      const { wall, spans: tasks } = await run(pass);
      walls[row].set(round, wall);
      if (row === 'ray') {
        spans.set(round, spanOf(tasks));
      }
    });
    for (const measure of round % 2 === 1 ? [...inOrder, runSeed] : [runSeed, ...inOrder]) {
      await measure();
    }
  }

  const { size, tasks } = batchOf(plan);
  const { tasksFrom } = plan;
  return { size, tasks, tasksFrom, walls, spans };
}

async function timeOf(seed: Engine, { size }: Pick<Case, 'size'>): Promise<Milliseconds> {
  const { time, answer } = await seed.run();
  const { digest } = expectedAnswer('list', size);
  if (answer.join() !== digest) {
    throw new Error(`The seed answers ${answer.join(' ')} instead of ${digest}.`);
  }

  return time;
}
