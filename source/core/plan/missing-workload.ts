import { allOf } from '../text/listing.ts';
import { runsHere, takes } from './engines.ts';
import type { EngineName } from './settings.ts';
import type { WorkloadName } from './workload.ts';

/** The engines that do not have the workload. */
export const enginesWithout = (
  engines: readonly EngineName[],
  workload: WorkloadName,
): readonly EngineName[] => engines.filter((engine) => !takes(engine, workload));

/** "on Ray", "in Python": where a workload is missing that these engines do not have. */
export const whereMissing = (missing: readonly EngineName[]): string =>
  missing.some(runsHere) ? 'in Python' : 'on Ray';

/** "Ray", "python", "python and Ray". */
export const namesOfMissing = (missing: readonly EngineName[]): string =>
  allOf([...new Set(missing.map((engine) => (runsHere(engine) ? engine : 'Ray')))]);
