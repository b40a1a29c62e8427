import { forecastOf } from '../../core/plan/forecast.ts';
import { batchOf, planOf, type Plan } from '../../core/plan/plan.ts';
import { refusalOf } from '../../core/plan/refusal.ts';
import { defaultSettings, type Settings } from '../../core/plan/settings.ts';
import { circumstancesOf, type State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import { awaited, choose, press, read, say, type Moment, type Step } from './step.ts';

/** What the setup screen of a demo starts with. */
export const demoSettings: Settings = defaultSettings;

/** The sizes that ← leads to from there, one after another. */
const sizes = [50_000, 20_000, 10_000, 5000, 2000, 1000] as const;

/** The last of them: handing such a task out takes longer than computing it. */
export const tinySize = 1000;

/** What the passes of the first run may take, so that the whole demo stays under a minute. */
const longEnough: Milliseconds = 20_000;

/** When it is too late for another run, and when for anything else. */
const [late, over] = [44_000, 52_000] as const;

/** What a demo says and does, from the setup screen to the last results. The same live, recorded and filmed. */
export const demoScript: readonly Step[] = [
  say(
    'What does it buy to run work in parallel? fibtui measures it, to the verdict.',
    'What does it buy to run work in parallel? Measured.',
  ),
  awaited(isCalibrated),
  read(4000),
  say(
    'An arrow key makes the sequences longer: time and memory are forecast at once.',
    'An arrow key changes the size: the forecast follows.',
  ),
  read(1500),
  press('right'),
  read(2500),
  press('left'),
  read(1500),
  choose(({ state }) => firstRun(firstSize(state))),
];

function firstRun(size: number): readonly Step[] {
  const ended = hasEnded(size);
  return [
    ...smaller(demoSettings.size, size),
    say(
      'Enter runs it: the same tasks one after another, and on all CPUs at once.',
      'Enter runs it: one after another, and all at once.',
    ),
    read(2500),
    press('enter'),
    awaited(hasBegun(size)),
    say(
      'local: one task after another. pool: the same tasks, shared among its workers.',
      'local: one after another. pool: shared among workers.',
    ),
    read(4500, ended),
    say(
      'A bar for every worker, and below them what every CPU does meanwhile.',
      'A bar for every worker, and the load of every CPU.',
    ),
    read(4500, ended),
    say(
      'They take turns, five rounds: a machine that slows down meets both alike.',
      'In turns, five rounds: a drift meets both alike.',
    ),
    awaited(ended),
    say(
      'The verdict: who wins, by what factor, and between which bounds it lies.',
      'The verdict: who wins, and by what factor.',
    ),
    read(7000),
    choose((moment) => secondRun(size, moment)),
  ];
}

/** Another size: run where there is time for it, else forecast. */
function secondRun(from: number, { elapsed }: Moment): readonly Step[] {
  if (elapsed > over) {
    return [];
  }

  const ended = hasEnded(tinySize);
  const there: readonly Step[] = [
    say(
      'Another size: do tiny tasks, over in microseconds, gain as much?',
      'Another size: do tiny tasks gain as much?',
    ),
    read(1000),
    ...smaller(from, tinySize),
    read(1200),
  ];
  return elapsed > late
    ? [...there, farewell, read(4000)]
    : [...there, press('enter'), awaited(ended), farewell, read(5500)];
}

const farewell = say(
  'Another size, another factor and other bounds. Measure yours: fibtui --help',
  'Another size, another factor. Yours: fibtui --help',
);

/** Presses ← until the size is that. */
function smaller(from: number, to: number): readonly Step[] {
  const between = sizes.filter((size) => size < from && size >= to);
  return between.flatMap(() => [press('left'), read(350)]);
}

/** The first size whose run is short enough; where there is none, the one with the shortest. */
function firstSize(state: State): number {
  const found = sizes
    .filter((size) => size > tinySize)
    .map((size) => ({ size, time: timeOf(state, size) }));
  const shortest = found.toSorted((one, other) => one.time - other.time)[0];
  return (found.find(({ time }) => time <= longEnough) ?? shortest)?.size ?? tinySize;
}

/** What the passes at that size would take; no size that would be refused is ever short enough. */
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
