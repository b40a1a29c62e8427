import { judgeMemory } from './forecast.ts';
import type { Machine } from '../machine/machine.ts';
import { planMemory } from './memory.ts';
import { batchOf, type Plan } from './plan.ts';

/** Why a plan needs force to start, as one sentence; undefined if it does not. */
export function refusalOf(plan: Plan, machine: Machine): string | undefined {
  const { level, sentence } = judgeMemory(planMemory(plan), machine.memory);
  return level === 'refuse' ? `${batchOf(plan).workload} needs ${sentence}` : undefined;
}
