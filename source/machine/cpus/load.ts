import type { CpuLoad } from '../../core/machine/machine.ts';
import type { Share } from '../../core/units.ts';
import type { CpuTimes } from './cpu-times.ts';

/** What every CPU did between two samples. A CPU that is not in both, or for which no time passed, is absent. */
export function loadBetween(
  before: readonly CpuTimes[],
  after: readonly CpuTimes[],
): readonly CpuLoad[] {
  const earlier = new Map(before.map((times) => [times.cpu, times]));
  return after.flatMap((now) => {
    const then = earlier.get(now.cpu);
    return then && now.total > then.total ? [loadOf(then, now)] : [];
  });
}

function loadOf(then: CpuTimes, now: CpuTimes): CpuLoad {
  const passed = now.total - then.total;
  const busy = share(1 - (now.idle - then.idle) / passed);
  return then.steal === undefined || now.steal === undefined
    ? { cpu: now.cpu, busy }
    : { cpu: now.cpu, busy, steal: share((now.steal - then.steal) / passed) };
}

// The kernel's idle times run backwards now and then.
function share(value: number): Share {
  return Math.min(1, Math.max(0, value));
}
