import { duration } from '../../source/core/text/format.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { atMost, type Bar } from '../helpers/bars.ts';
import { quantileOf } from '../../source/core/statistics.ts';
import { lagsOf, type Work } from './lags.ts';
import type { OwnHead } from './own-head.ts';

const jobs = 3;
const mostUsually: Milliseconds = 150;
const mostNearlyAlways: Milliseconds = 300;

/** The age of progress on arrival, for many short tasks, whose lines mix with others, and for a few long ones. */
export async function lag(head: OwnHead): Promise<readonly Bar[]> {
  const { cpus } = head.circumstances;
  const works: readonly Work[] = [
    { workload: 'pair', size: 200_000, tasks: 10 * cpus },
    { workload: 'pair', size: 500_000, tasks: 2 * cpus },
  ];
  const lags: Milliseconds[] = [];
  for (const work of Array.from({ length: jobs }, () => works).flat()) {
    lags.push(...(await lagsOf(head, work)));
  }

  const [p50, p95] = [quantileOf(lags, 0.5), quantileOf(lags, 0.95)];
  const [least, most] = [Math.min(...lags), Math.max(...lags)];
  console.log(
    `From the driver to here: ${lags.length} events of progress in ${works.length * jobs} jobs`,
  );
  console.log(
    `  p50 ${duration(p50)}   p95 ${duration(p95)}   least ${duration(least)}   most ${duration(most)}\n`,
  );
  return [
    atMost('the lag of progress, p50', p50, { most: mostUsually, show: duration }),
    atMost('the lag of progress, p95', p95, { most: mostNearlyAlways, show: duration }),
  ];
}
