import { availableParallelism } from 'node:os';
import { duration } from '../source/core/text/format.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { atLeast, atMost, judge, ratioText, times } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { mediansOf, ratioOf } from './helpers/pairs.ts';
import { roundTrips } from './pool/round-trips.ts';
import { size, throughput } from './pool/throughput.ts';

// How much overhead does the pool add to its work? `npm run bench:pool`.

const runs = runsOr(30);
const workers = availableParallelism();

const microseconds = (time: Milliseconds): string => `${(time * 1000).toFixed(1).padStart(7)} µs`;

headline(`The pool against nothing but the work, ${runs} interleaved pairs`);

const { tasks, pairs: walls } = await throughput(workers, runs);
const faster = ratioOf(walls.map(({ ours, other }) => ({ ours: other, other: ours })));
const wall = mediansOf(walls);
console.log(`${tasks} tasks of pair, ${size} terms each, on ${workers} CPUs`);
console.log(`  ${workers} workers of the pool     ${duration(wall.ours).padStart(7)}`);
console.log(`  ${workers} separate processes      ${duration(wall.other).padStart(7)}`);
console.log(`  throughput               ${ratioText(faster, times)}\n`);

const trips = await roundTrips(runs);
const slower = ratioOf(trips);
const trip = mediansOf(trips);
console.log('Round trip of an empty task');
console.log(`  through the pool         ${microseconds(trip.ours)}`);
console.log(`  a raw worker's message   ${microseconds(trip.other)}`);
console.log(`  ratio                    ${ratioText(slower, times)}\n`);

judge([
  atLeast("the pool's throughput against separate processes", faster.value, {
    least: 0.95,
    show: times,
  }),
  atMost('the round trip of an empty task', slower.value, { most: 1.5, show: times }),
]);
