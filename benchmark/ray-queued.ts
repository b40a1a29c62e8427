import { setTimeout } from 'node:timers/promises';
import { duration } from '../source/core/text/format.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { atMost, judge } from './helpers/bars.ts';
import { headline } from './helpers/command.ts';
import { withHead } from './ray/own-head.ts';
import { needRay } from './ray/need-ray.ts';
import { surroundings } from './ray/surroundings.ts';
import { holdCpus } from './ray-queued/hold.ts';
import { openQueuedRun } from './ray-queued/run.ts';

// Is the wait for CPUs that another job holds told for what it is? Another job holds all CPUs of a head started here,
// until 20 s after the driver has asked for some: `npm run bench:ray-queued`, a minute.

needRay();

const held: Milliseconds = 20_000;
const tolerance: Milliseconds = 1000;

headline(`All CPUs held by another job for ${held / 1000} s`);
const circumstances = await surroundings();
const { ray, told } = await withHead(circumstances, async (head) => {
  const release = await holdCpus(head);
  const run = openQueuedRun(head);
  await run.until('queued for a CPU');
  await setTimeout(held - 2000);
  await run.until('wait for a CPU that others hold');
  await run.until(`queued for a CPU ${held / 1000 - 2}`);
  await setTimeout(2000 - (Date.now() - run.asked() - (held - 2000)));
  release();
  return run.results();
});

console.log(told);
const { queued = Number.NaN, lag = Number.NaN, queue, warmUp, warmUpGaveUp } = ray;
const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Math.round(value) : value;
console.log(JSON.stringify({ queued, warmUp, queue, warmUpGaveUp, lag }, rounded));
console.log();
judge([
  atMost('queued, apart from 20 s', Math.abs(queued - held), { most: tolerance, show: duration }),
]);
