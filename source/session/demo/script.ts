import { forecastOf } from '../../core/plan/forecast.ts';
import { batchOf, type Plan } from '../../core/plan/plan.ts';
import { planOf } from '../../core/plan/plan-of.ts';
import { refusalOf } from '../../core/plan/memory.ts';
import { defaultSettings, type Settings } from '../../core/plan/settings.ts';
import { circumstancesOf, type State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import { tourPace, type Pace } from './pace.ts';
import { choose, press, read, say, waitFor, type Moment, type Step } from './step.ts';

/** The settings on the setup screen when a demo starts. */
export const demoSettings: Settings = defaultSettings;

/** The default size and the ones that ← leads to, in this order. */
const sizes = [50_000, 20_000, 10_000, 5000, 2000, 1000] as const;

/** The last of them: handing out a task of this size takes longer than computing it. */
export const tinySize = 1000;

/** Limit for the passes of the first run: the whole demo stays under a minute. */
const longEnough: Milliseconds = 20_000;

/** After `late` there is no time for another run; after `over` the demo ends. */
const [late, over]: readonly [Milliseconds, Milliseconds] = [44_000, 52_000];

/** The guided tour. */
export const demoScript: readonly Step[] = scriptWith(tourPace);

/** All captions and keys, from the setup screen to the last results. */
export function scriptWith(pace: Pace): readonly Step[] {
  return [
    say(
      'What does parallelism buy here? fibtui measures it.',
      'What does parallelism buy? fibtui measures it.',
    ),
    waitFor(isCalibrated),
    read(pace.setup),
    ...(pace.forecast === undefined ? [] : anotherForecast(pace.forecast)),
    choose(({ state }) => firstRun(firstSize(state), pace)),
  ];
}

/** Tries another size, and takes it back. */
function anotherForecast(stay: Milliseconds): readonly Step[] {
  return [
    say(
      'An arrow key changes the size, and the forecast of time and memory follows.',
      'An arrow key changes the size: the forecast follows.',
    ),
    read(1500),
    press('right'),
    read(stay),
    press('left'),
    read(1500),
  ];
}

function firstRun(size: number, pace: Pace): readonly Step[] {
  const ended = hasEnded(size);
  return [
    ...smaller(demoSettings.size, size),
    say(
      'Enter runs the same tasks one after another, then on all CPUs at once.',
      'Enter runs them: one by one, then all at once.',
    ),
    read(pace.start),
    press('enter'),
    waitFor(hasBegun(size)),
    say(
      'local does one task after another, pool shares them among its workers.',
      'local: one by one. pool: shared among workers.',
    ),
    read(pace.run, ended),
    say(
      'Every worker has its bar, and below them is the load of the CPUs.',
      'A bar for every worker, and the load of the CPUs.',
    ),
    read(pace.run, ended),
    say(
      'They take turns for five rounds, so a machine that slows down affects both.',
      'In turns, five rounds: a drift affects both.',
    ),
    waitFor(ended),
    say(
      'The result: how many times as fast, and how sure that is.',
      'The result: how many times as fast.',
    ),
    read(pace.results),
    ...(pace.second ? [choose((moment) => secondRun(size, moment))] : []),
  ];
}

/** Shows another size: its run if there is time for it, else its forecast only. */
function secondRun(from: number, { elapsed }: Moment): readonly Step[] {
  if (elapsed > over) {
    return [];
  }

  const ended = hasEnded(tinySize);
  const there: readonly Step[] = [
    say(
      'Another size: do tiny tasks that last microseconds gain as much?',
      'Another size: do tiny tasks gain as much?',
    ),
    read(1000),
    ...smaller(from, tinySize),
    read(1200),
  ];
  return elapsed > late
    ? [...there, farewell, read(4000)]
    : [...there, press('enter'), waitFor(ended), farewell, read(5500)];
}

const farewell = say(
  'Another size, another result. Measure yours: fibtui --help',
  'Another result. Measure yours: fibtui --help',
);

/** Presses ← until the size is `to`. */
function smaller(from: number, to: number): readonly Step[] {
  const between = sizes.filter((size) => size < from && size >= to);
  return between.flatMap(() => [press('left'), read(350)]);
}

/** The largest size whose run is short enough, or else the one with the shortest run. */
function firstSize(state: State): number {
  const found = sizes
    .filter((size) => size > tinySize)
    .map((size) => ({ size, time: timeOf(state, size) }));
  const shortest = found.toSorted((one, other) => one.time - other.time)[0];
  return (found.find(({ time }) => time <= longEnough) ?? shortest)?.size ?? tinySize;
}

/** Forecast of the passes at this size; Infinity for a size that would be refused. */
function timeOf(state: State, size: number): Milliseconds {
  const settings = { ...demoSettings, size };
  const circumstances = circumstancesOf(state, settings.workload);
  const plan = circumstances && planOf(settings, circumstances);
  return plan && circumstances && !isRefused(plan, state)
    ? forecastOf(plan, circumstances).passes
    : Number.POSITIVE_INFINITY;
}

const isRefused = (plan: Plan, { machine }: State): boolean =>
  machine !== undefined && refusalOf(plan, machine) !== undefined;

function isCalibrated(state: State): boolean {
  return circumstancesOf(state, demoSettings.workload) !== undefined;
}

const hasBegun =
  (size: number) =>
  ({ profile }: State): boolean =>
    profile !== undefined &&
    batchOf(profile.plan).size === size &&
    ['running', 'ended'].includes(profile.activity.type);

const hasEnded =
  (size: number) =>
  ({ profile }: State): boolean =>
    profile !== undefined &&
    batchOf(profile.plan).size === size &&
    profile.activity.type === 'ended';
