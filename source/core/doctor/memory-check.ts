import type { Machine } from '../machine/machine.ts';
import { judgePlan, type MemoryVerdict } from '../plan/memory.ts';
import { planOf } from '../plan/plan-of.ts';
import { defaultSettings } from '../plan/settings.ts';
import type { TrustLevel } from '../report/trust/trust-lines.ts';
import { bytes } from '../text/format.ts';
import type { Check } from './check.ts';

/** How much memory a run may take, and whether that is enough for the default plan. */
export function memoryCheck({ memory, usable }: Machine): Check {
  const { total, free, limit } = memory;
  const within = limit < free ? ' (limited by its control group)' : '';
  const text = `${bytes(limit)} of memory free of ${bytes(total)}${within}`;
  const plan = planOf(defaultSettings, { cpus: usable.count });
  const verdict = judgePlan(plan, memory);
  const check = { topic: 'Memory', name: 'memory', level: levels[verdict.level] } as const;
  return verdict.level === 'fine'
    ? { ...check, text }
    : {
        ...check,
        text: `${text}: the default run needs ${verdict.sentence}`,
        remedy: 'Add --workload pair, which needs hardly any, or a smaller --size.',
      };
}

const levels: Readonly<Record<MemoryVerdict['level'], TrustLevel>> = {
  fine: 'ok',
  warn: 'note',
  refuse: 'warn',
};
