import { UsageError } from '../core/failure.ts';
import type { DoctorOptions } from '../options/options.ts';
import type { Surroundings } from './surroundings.ts';

/** Says what a run would be trusted for on this machine. */
export function doctor(_options: DoctorOptions, _around: Surroundings): Promise<never> {
  throw new UsageError('fibtui doctor is not built yet: look at TRUST on the setup screen.');
}
