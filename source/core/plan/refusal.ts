import { judgeMemory } from './forecast.ts';
import type { Machine } from '../machine/machine.ts';
import { batchOf, planMemory, type Plan } from './plan.ts';

/** Why a plan may not start without force: one sentence that ends in what there is; undefined where it may. */
export function refusalOf(plan: Plan, machine: Machine): string | undefined {
  const { level, sentence } = judgeMemory(planMemory(plan), machine.memory);
  return level === 'refuse' ? `${batchOf(plan).workload} needs ${sentence}` : undefined;
}
