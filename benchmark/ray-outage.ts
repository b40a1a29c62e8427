import { setTimeout } from 'node:timers/promises';
import { startHead } from '../source/engines/ray/head/head.ts';
import { duration } from '../source/core/text/format.ts';
import { seeded } from '../test/helpers/numbers/random.ts';
import { openNetworkTo } from '../test/helpers/ray/cut-network.ts';
import { python } from '../test/ray/environment.ts';
import { atLeast, atMost, judge } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { needRay } from './ray/need-ray.ts';
import { cutFor, type PlannedCut } from './ray-outage/cuts.ts';
import { watchJobs } from './ray-outage/jobs-at-once.ts';
import { openPasses, type CutPass } from './ray-outage/passes.ts';

// Does a pass on Ray survive a network that is cut for 5, 15 and 60 s, at random moments? Through a proxy in front of a
// head of two CPUs that is started here: `npm run bench:ray-outage`, seven minutes.

needRay();

const runs = runsOr(10);
headline(`A pass on Ray through a cut network, ${runs} times`);
const head = await startHead({ python, cpus: 2, env: process.env });
const network = await openNetworkTo(head.url);
const jobs = watchJobs(head.url);
const passes = openPasses(network.url);

/** Cuts the network unless the pass ends first; resolves with the phase in which it was cut. */
async function cut({ how, time, after }: PlannedCut, over: AbortSignal) {
  await setTimeout(after, undefined, { signal: over }).catch(() => {});
  if (over.aborted) {
    return undefined;
  }

  const phase = passes.phase();
  await network.cut(how);
  await setTimeout(time);
  await network.mend();
  return phase;
}

async function cutPass(planned: PlannedCut): Promise<CutPass | undefined> {
  const over = new AbortController();
  const running = passes.run().finally(() => over.abort());
  const [pass, phase] = await Promise.all([running, cut(planned, over.signal)]);
  const { how, time, after } = planned;
  const what = `cut for ${duration(time)}, ${how}, after ${duration(after)}`;
  console.log(
    phase === undefined ? `not ${what}: it was over` : `${what} (${phase}): ${wallText(pass)}`,
  );
  return phase === undefined ? undefined : pass;
}

try {
  const undisturbed = await passes.run();
  console.log(`undisturbed: ${wallText(undisturbed)}\n`);
  const ended: CutPass[] = [];
  const random = seeded(19);
  while (ended.length < runs) {
    const pass = await cutPass(cutFor(ended.length, undisturbed.wall ?? 0, random));
    ended.push(...(pass ? [pass] : []));
  }

  console.log();
  const digests = new Set([undisturbed, ...ended].flatMap((pass) => pass.digests));
  judge([
    atLeast('passes finished', ended.filter(({ wall }) => wall !== undefined).length, {
      least: runs,
      show: String,
    }),
    atMost('different digests', digests.size, { most: 1, show: String }),
    atMost('jobs that ran at once', jobs.most(), { most: 1, show: String }),
  ]);
} finally {
  jobs.stop();
  await network.close();
  await head.close();
}

function wallText({ wall, outOfTouch = 0, failure }: CutPass): string {
  return wall === undefined
    ? `FAILED: ${failure}`
    : `finished, wall ${duration(wall)}, out of touch for ${duration(outOfTouch)}`;
}
