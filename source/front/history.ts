import { UsageError } from '../core/failure.ts';
import type { HistoryOptions } from '../options/options.ts';
import type { Surroundings } from './surroundings.ts';

/** Prints the list of saved runs. */
export function history(_options: HistoryOptions, _around: Surroundings): Promise<never> {
  throw new UsageError('fibtui history is not built yet: press h on the setup screen.');
}
