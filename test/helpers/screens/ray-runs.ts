import type { RunView } from '../../../source/ui/run/run.ts';
import { rayNow, rayState, runScreen, type RayRequest } from './ui-states.ts';

/** The phases of a pass and their times. */
export const steps = [
  ['submitting', 60],
  ['pending', 1240],
  ['starting', 430],
  ['warming-up', 210],
  ['running', 2600],
] as const;

export const upTo = (count: number): RayRequest => ({ phases: steps.slice(0, count) });

export const atWork: RayRequest = { phases: steps, samples: 'all' };

export const busy = 'all 100 tasks wait for a CPU that others hold';

export const ray = (request: RayRequest, given: Partial<RunView> = {}) =>
  runScreen(rayState(request), rayNow(request), given);

export const smallest = { columns: 60, rows: 16 };

export const large = { columns: 120, rows: 40 };
