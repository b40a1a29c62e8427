import type { Conditions } from '../../../source/core/machine/conditions.ts';
import type { UsableCpus } from '../../../source/core/machine/machine.ts';
import { spansOf, type EndedTask } from '../../../source/core/profile/build-spans.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import type { Timing } from '../../../source/core/report/figures/budget.ts';
import type { Case } from '../../../source/core/plan/plan.ts';
import type { State } from '../../../source/core/profile/state.ts';
import { expectedAnswer } from '../../../source/core/plan/answer.ts';
import { seeded } from '../numbers/random.ts';
import { machineWith, profileStateWith, stateWith, type Ending } from './profiles.ts';

/** Tasks on random workers with random pauses; some workers get none. */
export function madeUpTasks(
  random: () => number,
  workers: number,
  count: number,
): readonly EndedTask[] {
  const ends = Array.from({ length: workers }, () => random() * 5);
  return Array.from({ length: count }, () => {
    const worker = Math.floor(random() * workers);
    const start = ends[worker]! + random() ** 4 * 3;
    const [onCpu, waiting, blocked] = [0.1 + random() * 10, random() ** 3, random() ** 5 - 0.01];
    const end = start + onCpu + waiting + blocked;
    ends[worker] = end;
    return { worker, start, end, onCpu, waiting, blocked };
  });
}

export function madeUpPass(random: () => number, workers: number, count: number): Timing {
  const tasks = madeUpTasks(random, workers, count);
  const wall = Math.max(...tasks.map(({ end }) => end)) + random();
  return { wall, spans: spansOf(random() < 0.5 ? tasks : tasks.toReversed()) };
}

/** A finished pass of a case, which does not always report what its threads did. */
function outcomeOf(random: () => number, planned: Case): PassOutcome {
  const { workers, tasks, workload, size } = planned;
  const told = random() < 0.8;
  const answer = expectedAnswer(workload, size);
  const made = madeUpTasks(random, workers, tasks).map((task) =>
    told
      ? { ...task, ...answer }
      : { ...answer, worker: task.worker, start: task.start, end: task.end },
  );
  const wall = Math.max(...made.map(({ end }) => end)) + random();
  return { status: 'finished', wall, spans: spansOf(made) };
}

/** Now and then a round rounds the one before it, so that ratios tie. */
function endingsOf(random: () => number, rounds: number): readonly Ending[] {
  const seeds = Array.from({ length: rounds }, () => Math.floor(random() * 2 ** 31));
  return seeds.map((seed, round) => {
    const from = random() < 0.2 && round > 0 ? seeds[round - 1]! : seed;
    return random() < 0.05 ? 'failed' : (planned) => outcomeOf(seeded(from), planned);
  });
}

/** All CPUs, some of them, or a quota that need not be a whole number. */
function usableIn(random: () => number): UsableCpus {
  const online = 1 + Math.floor(random() * 12);
  const quota = random() < 0.3 ? 0.5 + random() * online : undefined;
  const count = Math.min(online, Math.max(1, Math.floor(quota ?? online)));
  return { count, online, affinity: online, ...(quota === undefined ? {} : { quota }) };
}

const conditionsIn = (random: () => number): Conditions => ({
  during: 300,
  own: 10 + random() * 200,
  others: random() * 100,
  stolen: 0,
});

/** A session after a random profile of local and pool, sometimes with a second pool. */
export function madeUpState(seed: number): State {
  const random = seeded(seed);
  const rounds = 1 + Math.floor(random() * 8);
  const workers = 1 + Math.floor(random() * 8);
  const tasks = 1 + Math.floor(random() * 24);
  const engines = ['local', 'pool', ...(random() < 0.2 ? ['pool#2'] : [])];
  const profile = profileStateWith({
    walls: Object.fromEntries(engines.map((id) => [id, endingsOf(random, rounds)])),
    plan: { size: 2, workers, tasks, rounds: rounds },
    conditions: conditionsIn(random),
    coldStart: { local: 20, pool: 20 + random() * 40 },
  });
  return stateWith({ machine: machineWith({ usable: usableIn(random) }), profile });
}
