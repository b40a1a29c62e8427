import { chartOf, rayRounds, type Chart } from './chart.ts';
import { chartText, claimText } from './chart-text.ts';
import type { OwnHead } from './own-head.ts';

const sizes = [1000, 10_000, 50_000, 100_000];

const counts = [
  ['cpus', "as many tasks as CPUs, the seed's count"],
  ['auto', 'as many tasks as fibtui takes by itself'],
] as const;

/** Compares local, pool, Ray and the seed's function, and tests the seed's claim. */
export async function charts(head: OwnHead, rounds: number): Promise<void> {
  const drawn: Chart[] = [];
  const basis = `medians of ${rounds} rounds, Ray in ${Math.min(rounds, rayRounds)} of them`;
  for (const [tasks, words] of counts) {
    console.log(`list, ${words}: ${basis}`);
    for (const size of sizes) {
      const chart = await chartOf(head, { size, tasks, rounds });
      console.log('refusal' in chart ? `  skipped: ${chart.refusal}` : chartText(chart));
      drawn.push(...('refusal' in chart ? [] : [chart]));
    }

    console.log();
  }

  console.log(`${claimText(drawn)}\n`);
}
