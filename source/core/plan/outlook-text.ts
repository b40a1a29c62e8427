import { count, counted, duration } from '../text/format.ts';
import type { Milliseconds } from '../units.ts';
import { runsHere, runsInARow } from './engines.ts';
import type { Forecast } from './forecast.ts';
import { batchOf, type Case, type Plan } from './plan.ts';
import { capitalized, lowered } from '../text/capitals.ts';
import { allOf } from '../text/listing.ts';

/** How long a pass of each case will take, by its id; absent where only a run can tell. */
export type ExpectedWalls = Readonly<Record<string, Milliseconds>>;

/** As forecast. */
export function forecastWalls({ cases }: Pick<Forecast, 'cases'>): ExpectedWalls {
  const known = cases.flatMap(({ case: id, wall }) => (wall === undefined ? [] : [[id, wall]]));
  return Object.fromEntries(known) as ExpectedWalls;
}

/** What a run will do, in sentences, from the longest wording to the shortest. */
export function outlookTexts(plan: Plan, walls: ExpectedWalls): readonly [string, ...string[]] {
  const { size, tasks } = batchOf(plan);
  const work = `${counted(tasks, 'sequence')} of ${counted(size, 'term')}`;
  const ways = allOf(plan.cases.map((planned) => wayOf(planned, walls)));
  return [
    `${work}, ${ways}, ${timesText(plan)}.`,
    `${work}: ${allOf(plan.cases.map(({ id }) => nameIn(id, walls, ' ')))}.`,
  ];
}

/** The expected times alone, from the longest wording to the shortest; empty where none is known. */
export function expectedTexts(plan: Plan, walls: ExpectedWalls): readonly string[] {
  const total = totalText(plan, walls);
  if (total === undefined) {
    return [];
  }

  const all = lowered(total);
  const each = plan.cases.map(({ id }) => nameIn(id, walls, ' ')).join(', ');
  const known = plan.cases.flatMap(({ id }) =>
    walls[id] === undefined ? [] : [`${id} ${roughly(walls[id])}`],
  );
  return [`${each}: ${all}`, `${known.join(', ')}: ${all}`, all];
}

/** "one after another (local, about 1.8 s)", "16 at a time (pool, about 0.2 s)". */
function wayOf({ id, engine, workers }: Case, walls: ExpectedWalls): string {
  const name = `(${nameIn(id, walls, ', ')})`;
  if (runsInARow(engine)) {
    return `one after another ${name}`;
  }

  return `${count(workers)} at a time${runsHere(engine) ? '' : ' on the cluster'} ${name}`;
}

const unknown = 'unknown until it has run';

/** "local, about 1.8 s"; just "local" before any time is known. */
function nameIn(id: string, walls: ExpectedWalls, gap: string): string {
  if (Object.keys(walls).length === 0) {
    return id;
  }

  const wall = walls[id];
  return `${id}${gap}${wall === undefined ? unknown : aboutText(wall)}`;
}

/** "five times in turns", "once". Ray may take part in the first rounds only. */
function timesText({ rounds, cases, ray }: Plan): string {
  const turns = rounds > 1 && cases.length > 1 ? ' in turns' : '';
  const fewer = ray && ray.rounds < rounds ? ` (Ray ${times(ray.rounds)})` : '';
  return `${times(rounds)}${turns}${fewer}`;
}

const names = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

function times(number: number): string {
  if (number <= 2) {
    return number === 1 ? 'once' : 'twice';
  }

  return `${names[number - 3] ?? count(number)} times`;
}

/** "About 10 s in all"; "More than 10 s in all" if the time of a case is unknown; undefined if all are. */
export function totalText({ passes }: Plan, walls: ExpectedWalls): string | undefined {
  const known = passes.flatMap((pass) => walls[pass.case] ?? []);
  if (known.length === 0) {
    return undefined;
  }

  const total = known.reduce((sum, wall) => sum + wall, 0);
  return known.length === passes.length
    ? `${capitalized(aboutText(total))} in all`
    : `More than ${roughly(total)} in all`;
}

/** A time that is expected: two digits say enough. "0.45 s", "1.8 s", "12 s", "40 ms", "2 min 5 s". */
function roughly(time: Milliseconds): string {
  const seconds = time / 1000;
  if (seconds >= 600 && seconds < 3570) {
    return `${Math.round(seconds / 60)} min`;
  }

  if (seconds >= 99.5) {
    return duration(time);
  }

  if (seconds >= 9.95) {
    return `${seconds.toFixed(0)} s`;
  }

  if (seconds >= 0.0995) {
    return `${seconds >= 0.995 ? seconds.toFixed(1) : seconds.toFixed(2)} s`;
  }

  return `${Math.max(1, Math.round(time))} ms`;
}

const aboutText = (time: Milliseconds): string =>
  time < 0.95 ? 'less than 1 ms' : `about ${roughly(time)}`;
