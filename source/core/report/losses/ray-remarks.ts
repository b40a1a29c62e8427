import type { RayPass } from '../../plan/ray.ts';
import { counted, duration } from '../../text/format.ts';

/** How long the tasks of a pass waited, a warm-up that gave up, and how late its end was known: sentences for the details. */
export const rayRemarks = ({ queue, warmUpGaveUp, lag }: RayPass): readonly string[] => [
  ...(queue
    ? [
        `From the driver's request to its start a task waited ${duration(queue.p50)} (p50; p95 ${duration(queue.p95)}, most ${duration(queue.most)}).`,
      ]
    : []),
  ...(warmUpGaveUp ? [gaveUpText(warmUpGaveUp)] : []),
  ...(lag === undefined
    ? []
    : [`fibtui knew of the end ${duration(lag)} later, which is no part of the duration.`]),
];

function gaveUpText({ ready, of, free }: NonNullable<RayPass['warmUpGaveUp']>): string {
  const why =
    free < 1
      ? 'others held all CPUs'
      : `its workers were slow to start, with ${counted(free, 'CPU')} free`;
  return `The warm-up gave up with ${ready} of ${counted(of, 'worker')}: ${why}.`;
}
