import { bytes, count, duration } from '../source/core/text/format.ts';
import { median } from '../source/core/statistics.ts';
import type { Bytes, Milliseconds } from '../source/core/units.ts';
import { eventsNamed } from '../test/ray/driver-run.ts';
import { atLeast, atMost, judge, ratioText, times } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { interleave, ratioOf } from './helpers/pairs.ts';
import { driverPass, type DriverPass } from './ray/driver-pass.ts';
import { plainTime } from './ray/plain.ts';
import { programPass } from './ray/program-pass.ts';
import { withCpus } from './ray/with-cpus.ts';

// How many trivial tasks does fibtui's driver get through, against plain Ray on the same head of two CPUs, in turns?
// And what do they cost in log and memory? `npm run bench:ray-throughput`, ten minutes.

const runs = runsOr(1);
const cpus = 2;
const work = { workload: 'pair', size: 10, tasks: 100_000 } as const;
const least = 0.8;
const mostLog: Bytes = 12e6;
const mostMemory: Bytes = 350e6;

headline(
  `${count(work.tasks)} tasks of ${work.size} terms on ${cpus} CPUs, ${runs} interleaved pairs`,
);
await withCpus(cpus, async (head) => {
  const passes: DriverPass[] = [];
  const driver = async () => {
    const pass = await driverPass(head, work);
    passes.push(pass);
    return rate('driver', timeOf(pass));
  };
  const plain = async () => rate('plain Ray', await plainTime(head, work));
  const ratio = ratioOf(await interleave({ runs, warmUps: 0 }, driver, plain));
  const program = await programPass(head, work);
  console.log(`  the program's pass took ${duration(program.wall)}`);
  console.log(`  driver / plain Ray   ${ratioText(ratio, times)}\n`);
  const log = Math.max(...passes.map((pass) => pass.log));
  judge([
    atLeast("the driver's throughput against plain Ray's", ratio.value, { least, show: times }),
    atMost('its log', log, { most: mostLog, show: bytes }),
    atMost('its memory', median(passes.map(({ peak }) => peak)), { most: mostMemory, show: bytes }),
    atMost("fibtui's processes together", program.peak, { most: mostMemory, show: bytes }),
  ]);
});

/** From the first submission to the last result. */
function timeOf({ events }: DriverPass): Milliseconds {
  const [submitted] = eventsNamed(events, 'submitted');
  const last = eventsNamed(events, 'result').at(-1);
  return last!.ts - submitted!.ts;
}

/** Tasks per second. */
function rate(name: string, time: Milliseconds): number {
  const perSecond = (work.tasks / time) * 1000;
  console.log(`  ${name.padEnd(10)} ${count(Math.round(perSecond))} tasks a second`);
  return perSecond;
}
