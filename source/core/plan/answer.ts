import type { Answer } from './fibonacci.ts';
import { workloads, type WorkloadName } from './workload.ts';

export const expectedAnswer = (workload: WorkloadName, n: number): Answer =>
  workloads[workload].answer(n);
