import type { ThreadAccounts } from '../../core/doctor/node-checks.ts';
import { openThreadClock } from '../../engines/pool/worker/thread-time.ts';

/** What a worker of the pool would know of its own time. Takes some milliseconds. */
export function threadAccounts(): ThreadAccounts {
  const { onCpu, waiting } = openThreadClock().read();
  return { onCpu: onCpu !== undefined, waiting: waiting !== undefined };
}
