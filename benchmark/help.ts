import { spawnSync } from 'node:child_process';
import { duration } from '../source/core/text/format.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { program } from '../test/helpers/terminal/terminal.ts';
import { atMost, judge, ratioText, times, type Bar } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { interleave, mediansOf, ratioOf } from './helpers/pairs.ts';

// How long do help and version take, compared with a Node that does nothing: `npm run bench:help`.

const runs = runsOr(15);
const most = 1.5;

headline(`From launch to the end, ${runs} interleaved starts of each`);
const bars: Bar[] = [];
for (const words of [['--help'], ['--version'], ['help'], ['help', 'all'], ['version']]) {
  const pairs = await interleave(
    { runs, warmUps: 2 },
    () => untilEnded([program, ...words]),
    () => untilEnded(['-e', '0']),
  );
  const name = `fibtui ${words.join(' ')}`;
  const { ours, other } = mediansOf(pairs);
  const ratio = ratioOf(pairs);
  console.log(
    `${name.padEnd(17)} ${duration(ours).padStart(7)}   node -e 0 ${duration(other).padStart(7)}   ${ratioText(ratio, times)}`,
  );
  bars.push(atMost(`${name} against node -e 0`, ratio.value, { most, show: times }));
}

console.log();
judge(bars);

function untilEnded(argv: readonly string[]): Milliseconds {
  const launched = performance.now();
  const { status } = spawnSync(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  const took = performance.now() - launched;
  if (status !== 0) {
    throw new Error(`${argv.join(' ')} ended with ${status}.`);
  }

  return took;
}
