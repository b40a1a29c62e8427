import { UsageError } from '../core/failure.ts';
import type { ShowOptions } from '../options/options.ts';
import type { Surroundings } from './surroundings.ts';

/** Prints a saved run as it was printed when it ended. */
export function show(_options: ShowOptions, _around: Surroundings): Promise<never> {
  throw new UsageError('fibtui show is not built yet: use fibtui replay.');
}
