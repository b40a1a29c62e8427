import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case } from '../../../source/core/plan/plan.ts';
import type { Failure } from '../../../source/core/failure.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import type { State } from '../../../source/core/profile/state.ts';
import type { Report } from '../../../source/core/report/report.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { watchCluster } from '../../../source/engines/ray/workers/cluster-watch.ts';
import { openDriverLog } from '../../../source/engines/ray/job/driver-log.ts';
import { jobOutcome } from '../../../source/engines/ray/job/job-outcome.ts';
import { passOutcome } from '../../../source/engines/ray/job/pass-outcome.ts';
import { outputs } from '../../../source/output/outputs.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { planWith, profileStateWith, stateWith } from '../../helpers/profiles/profiles.ts';
import { fakeRayJobs } from '../../helpers/ray/fake-ray-jobs.ts';
import { randomDriverLog } from '../../helpers/ray/random-driver.ts';
import { detailsScreen, resultsPageScreen } from '../../helpers/screens/details-screens.ts';
import { screen as timelineScreen } from '../../helpers/screens/timeline-screens.ts';
import { rowsOf } from '../../helpers/screens/ui-frames.ts';
import { readable } from './api/jobs-at.ts';

const rounds = 5;
const { signal } = new AbortController();
const address = { base: 'http://ray:8265', from: '--ray' };

/** What fibtui makes of a pass whose driver said this; and what its bars showed. */
async function outcomeOf(random: () => number, planned: Case): Promise<PassOutcome> {
  const { tasks } = planned;
  const told: unknown[] = [];
  const watch = watchCluster(planned, (event) => void told.push(event));
  let clock = 100;
  const now = () => (clock += random() * 100);
  const log = openDriverLog({ nonce: 'n', now, onEvent: (event) => watch.handle(event) });
  const times = { posted: now(), answered: now(), repeated: random() < 0.5 };
  const outOfTouch = random() < 0.5 ? 0 : random() * 60_000;
  const contact = { heard() {}, missed() {}, listen: async () => {}, outOfTouch: () => outOfTouch };
  const head = { takenAt: 10 ** (random() * 308) };
  log.read(randomDriverLog(random, planned, 'n'));
  const jobs = fakeRayJobs();
  jobs.state = { status: 'FAILED' };
  const place = { id: 'fibtui-1', address };
  const ending = log.ending();
  const end = ending ? { ending } : { info: { status: 'SUCCEEDED' } as const };
  const outcome = await jobOutcome(
    { jobs, place, log, tasks, signal, over: signal, contact, head },
    end,
    times,
  );
  watch.close();
  const numbers = watch.workerNumbers();
  finite(told);
  return passOutcome(outcome, {
    address: address.base,
    version: '2.60.0',
    job: place.id,
    tasks,
    workerOf: (id) => numbers.get(id) ?? -1,
  });
}

/** Every number below is one: a task that does not report a time is the one exception. */
function finite(value: unknown, path = ''): void {
  if (typeof value === 'number') {
    assert.ok(Number.isFinite(value), `${path} is ${value}`);
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    Object.entries(value).forEach(([name, one]) => finite(one, `${path}.${name}`));
  }
}

const room = { columns: 120, rows: 40 };
const pages = ['rounds', 'accounting', 'trust', 'plan', 'log'] as const;

/** All that is shown and printed of an ended profile. */
const shown = (state: State, report: Report): readonly string[] => [
  ...(['summary', 'sentences', 'json'] as const).map((name) =>
    [...outputs[name].print(report, { ascii: false })].join(''),
  ),
  ...pages.map((page) => rowsOf(detailsScreen(state, page), room).join('\n')),
  rowsOf(resultsPageScreen(state), room).join('\n'),
  rowsOf(timelineScreen(state.profile!), room).join('\n'),
];

const impossible =
  /\b(NaN|Infinity|undefined)\b|∞|[-−]\d[\d.,]* ?(x|×|times)\b|-\d[\d.]* m?s\b|\de\+\d/;

const failuresIn = (outcomes: readonly PassOutcome[]): readonly Failure[] =>
  outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.failure] : []));

async function profileOf(seed: number) {
  const random = seeded(seed);
  const asked = {
    engines: ['local', 'ray'] as const,
    tasks: 1 + Math.floor(random() * 9),
    size: random() < 0.5 ? 0 : 1000,
    rounds,
    cluster: { at: 'http://127.0.0.1:8265', cpus: 1 + Math.floor(random() * 3), here: false },
  };
  const planned = planWith(asked).cases.find(({ engine }) => engine === 'ray')!;
  const ray: PassOutcome[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ray.push(await outcomeOf(random, planned));
  }

  const local = Array.from({ length: rounds }, () => 0.01 + random() * 1000);
  const walls = {
    local,
    ray: ray.map((outcome) => (outcome.status === 'failed' ? 'failed' : () => outcome)),
  };
  const state = stateWith({ profile: profileStateWith({ walls, plan: asked }) });
  return { state, ray };
}

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

test('whatever numbers a driver tells, nothing that is shown, printed or saved of it is impossible', async () => {
  const codes = new Set<string>();
  let finished = 0;
  for (const seed of seeds) {
    const { state, ray } = await profileOf(seed);
    failuresIn(ray).forEach((failure) => {
      readable(failure);
      codes.add(failure.code);
    });
    finished += ray.length - failuresIn(ray).length;
    const report = reportOf(state, '1.2.3')!;
    const why = `seed ${seed}`;
    finite(report, why);
    for (const text of shown(state, report)) {
      assert.doesNotMatch(text, impossible, why);
    }
  }

  // The driver is as often right as wrong, or this would show nothing.
  assert.ok(finished > seeds.length, `${finished} passes finished`);
  assert.ok(codes.has('ray-impossible'), [...codes].join());
});
