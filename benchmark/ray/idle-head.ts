import { duration } from '../../source/core/text/format.ts';
import type { Circumstances } from '../../source/core/plan/circumstances.ts';
import { batchOf, caseOf } from '../../source/core/plan/plan.ts';
import { planOf } from '../../source/core/plan/plan-of.ts';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import { median } from '../../source/core/statistics.ts';
import type { Milliseconds, Share } from '../../source/core/units.ts';
import { change, ofOneCore } from '../helpers/bars.ts';
import { openPlan } from './passes.ts';

/** Whether an idle head runs during the passes. */
export type Company = 'alone' | 'besideHead';

/** How much an idle head slows down passes of the other engines. */
export type IdleHead = {
  readonly tasks: number;
  readonly walls: Readonly<Record<'local' | 'pool', Readonly<Record<Company, Milliseconds[]>>>>;
  /** Runs every pass once per run, always on the same warm workers. */
  readonly measure: (company: Company) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * The head is not restarted for every pair. The order is: alone, with the head, all other measurements of the head,
 * with the head, alone. So slow drift of the machine affects both equally.
 */
export async function openIdleHead(circumstances: Circumstances, runs: number): Promise<IdleHead> {
  const plan = planOf({ ...defaultSettings, rounds: runs }, circumstances);
  const { run, close } = await openPlan(plan);
  const walls: IdleHead['walls'] = {
    local: { alone: [], besideHead: [] },
    pool: { alone: [], besideHead: [] },
  };
  return {
    tasks: batchOf(plan).tasks,
    walls,
    async measure(company) {
      for (const pass of plan.passes) {
        const { wall } = await run(pass);
        walls[caseOf(plan, pass).engine === 'local' ? 'local' : 'pool'][company].push(wall);
      }
    },
    close,
  };
}

export function reportIdleHead({ tasks, walls }: IdleHead, share: Share | undefined): void {
  console.log(`What an idle head costs: passes of ${tasks} tasks, ${walls.pool.alone.length} each`);
  for (const [engine, { alone, besideHead }] of Object.entries(walls)) {
    const [without, beside] = [median(alone), median(besideHead)];
    console.log(
      `  ${engine.padEnd(6)} without it ${duration(without).padStart(7)}   beside it ${duration(beside).padStart(7)}   ${change(beside / without)}`,
    );
  }

  if (share !== undefined) {
    console.log(`  by itself it takes ${ofOneCore(share)}`);
  }

  console.log();
}
