import { duration } from '../source/core/text/format.ts';
import { createBoard, slotOf } from '../source/engines/pool/board.ts';
import { loadModule, openKernel } from '../source/workload/open-kernel.ts';
import type { Milliseconds, Share } from '../source/core/units.ts';
import { atMost, change, judge, ratioText, type Bar } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { interleave, mediansOf, ratioOf } from './helpers/pairs.ts';

// How much do progress and the cancel flag slow down the kernel? Single tasks on one thread, with a worker's real tick
// and with an empty one: `npm run bench:progress`.

const runs = runsOr(500);
const size = 50_000;
const most = 1.01;

type Tick = (done: Share) => boolean;

/** Stores progress and checks the cancel flag in shared memory, as a worker does. */
const { tick } = slotOf(createBoard(1), 0);
const module = await loadModule();

headline(`One task of ${size} terms with progress against without it, ${runs} interleaved pairs`);
judge([await cost('list'), await cost('pair')]);

async function cost(workload: 'list' | 'pair'): Promise<Bar> {
  const kernel = openKernel(workload, module);
  kernel.reserve(size);
  const timed = (tick: Tick) => (): Milliseconds => {
    const started = performance.now();
    kernel.compute(size, tick);
    return performance.now() - started;
  };
  const pairs = await interleave(
    { runs, warmUps: 20 },
    timed(tick),
    timed(() => true),
  );
  const ratio = ratioOf(pairs);
  const { ours, other } = mediansOf(pairs);
  console.log(workload);
  console.log(`  without progress   ${duration(other).padStart(7)}`);
  console.log(`  with progress      ${duration(ours).padStart(7)}`);
  console.log(`  difference         ${ratioText(ratio, change)}\n`);
  return atMost(`progress and the cancel flag, ${workload}`, ratio.value, { most, show: change });
}
