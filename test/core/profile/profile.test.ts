import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import { wrongAnswer } from '../../../source/core/profile/check-spans.ts';
import type { Conditions, ConditionSampler } from '../../../source/core/machine/conditions.ts';
import type { Engine } from '../../../source/core/profile/engine.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import type { Span } from '../../../source/core/profile/span.ts';
import type { Event } from '../../../source/core/profile/event.ts';
import { EngineError } from '../../../source/core/failure.ts';
import { type Plan, type PlannedPass, caseOf } from '../../../source/core/plan/plan.ts';
import {
  profile,
  type Engines,
  type ProfileRequest,
} from '../../../source/core/profile/profile.ts';
import type { EngineName } from '../../../source/core/plan/settings.ts';
import {
  fakeEngine,
  handClock,
  recorder,
  type FakeEngineRequest,
  type FakeRun,
} from '../../helpers/profiles/fake-engine.ts';
import { crash, finished, passOf, planWith, tasksOf } from '../../helpers/profiles/profiles.ts';

const startedAt = '2026-11-23T10:00:00.000Z';

type Asked = {
  readonly plan?: Plan;
  readonly local?: Partial<FakeEngineRequest>;
  readonly pool?: Partial<FakeEngineRequest>;
  readonly python?: Partial<FakeEngineRequest>;
  readonly ray?: Partial<FakeEngineRequest>;
  readonly aborting?: AbortController;
  readonly stops?: () => Promise<number>;
  readonly check?: ProfileRequest['check'];
  readonly sampler?: ConditionSampler;
};

/** Runs a profile on fake engines: a pass takes 40 ms on local, 10 ms on pool. */
async function runProfile(given: Asked) {
  const {
    plan = planWith({ rounds: 2 }),
    stops = async () => 0,
    check = wrongAnswer,
    sampler,
    ...asked
  } = given;
  const clock = handClock();
  const log: string[] = [];
  const { events, observe } = recorder(clock);
  const { signal } = asked.aborting ?? new AbortController();
  const engine = (name: EngineName, wall: number): Engine =>
    fakeEngine({ clock, log, name, wall, ...asked[name] });
  const engines: Engines = {
    local: engine('local', 40),
    pool: engine('pool', 10),
    python: engine('python', 50),
    ray: engine('ray', 60),
  };
  const around = { check, ...(sampler ? { sampler } : {}) };
  await profile({ plan, engines, observe, signal, startedAt, stops, ...around });
  return { plan, events, log };
}

const endings = (events: readonly Event[]) =>
  events.flatMap((event) =>
    event.type === 'pass-finished'
      ? [[event.pass.case, event.pass.round, event.outcome.status]]
      : [],
  );

const failures = (events: readonly Event[]) =>
  events.flatMap((event) =>
    event.type === 'pass-finished' && event.outcome.status === 'failed'
      ? [event.outcome.failure]
      : [],
  );

test('a profile warms up every engine, runs every pass in order and ends', async () => {
  const { plan, events, log } = await runProfile({ plan: planWith({ rounds: 2, workers: 2 }) });
  const one = { share: 1, tasks: 1 };
  const pass = (at: number, wall: number, planned: PlannedPass) => [
    { at, type: 'pass-started', pass: planned },
    {
      at: at + wall,
      type: 'workers-sampled',
      workers: planned.case === 'local' ? [one] : [one, one],
    },
    {
      at: at + wall,
      type: 'pass-finished',
      pass: planned,
      outcome: finished(caseOf(plan, planned), wall),
    },
  ];

  assert.deepEqual(events, [
    { at: 0, type: 'profile-started', plan, startedAt },
    { at: 0, type: 'warm-up-started', case: 'local' },
    { at: 5, type: 'case-warmed', case: 'local', coldStart: 5 },
    { at: 5, type: 'warm-up-started', case: 'pool' },
    { at: 10, type: 'case-warmed', case: 'pool', coldStart: 5 },
    ...pass(10, 40, passOf(plan, 'local', 1)),
    ...pass(50, 10, passOf(plan, 'pool', 1)),
    ...pass(60, 10, passOf(plan, 'pool', 2)),
    ...pass(70, 40, passOf(plan, 'local', 2)),
    { at: 110, type: 'profile-finished', interrupted: false },
  ]);
  assert.deepEqual(log, [
    'open local',
    'open pool',
    'run local 1',
    'run pool 1',
    'run pool 2',
    'run local 2',
    'close local',
    'close pool',
  ]);
});

test('an engine that is there twice is opened once', async () => {
  const { log } = await runProfile({ plan: planWith({ engines: ['local', 'local'], rounds: 1 }) });
  assert.deepEqual(log, ['open local', 'run local 1', 'run local#2 1', 'close local']);
});

test('an engine that is not in the plan is left alone', async () => {
  const { log } = await runProfile({ plan: planWith({ engines: ['pool'], rounds: 1 }) });
  assert.deepEqual(log, ['open pool', 'run pool 1', 'close pool']);
});

test('cancelling keeps the finished passes and closes the engines', async () => {
  const aborting = new AbortController();
  const cancelling = ({ round }: FakeRun): PassOutcome | undefined => {
    if (round === 2) {
      aborting.abort();
      return { status: 'cancelled' };
    }

    return undefined;
  };
  const { events, log } = await runProfile({ aborting, pool: { outcome: cancelling } });
  assert.deepEqual(endings(events), [
    ['local', 1, 'finished'],
    ['pool', 1, 'finished'],
    ['pool', 2, 'cancelled'],
  ]);
  assert.deepEqual(log.slice(-2), ['close local', 'close pool']);
  assert.deepEqual(events.at(-1), { at: 70, type: 'profile-finished', interrupted: true });
});

test('a profile that is cancelled before it begins runs no pass', async () => {
  const aborting = new AbortController();
  aborting.abort();
  const { events } = await runProfile({ aborting });
  assert.deepEqual(endings(events), []);
  assert.equal(events.at(-1)?.type, 'profile-finished');
});

test('an engine that cannot open fails its own passes and no others', async () => {
  const { events, log } = await runProfile({ pool: { broken: new EngineError(crash) } });
  assert.deepEqual(endings(events), [
    ['local', 1, 'finished'],
    ['pool', 1, 'failed'],
    ['pool', 2, 'failed'],
    ['local', 2, 'finished'],
  ]);
  assert.deepEqual(failures(events), [crash, crash]);
  assert.ok(!log.some((call) => call.startsWith('run pool')));
  assert.deepEqual(events.at(-1), { at: 85, type: 'profile-finished', interrupted: false });
});

test('an unexpected error fails the passes with its own message', async () => {
  const { events } = await runProfile({ local: { broken: new TypeError('x is not a function') } });
  assert.deepEqual(failures(events)[0], {
    code: 'unexpected',
    message: 'x is not a function',
    hint: 'Run again; if it happens again, report it with this message.',
  });
});

test('an engine that throws fails that pass and no other', async () => {
  const outcome = ({ round }: FakeRun): undefined => {
    if (round === 1) {
      throw new TypeError('x is not a function');
    }
  };
  const { events } = await runProfile({ pool: { outcome } });
  assert.deepEqual(endings(events), [
    ['local', 1, 'finished'],
    ['pool', 1, 'failed'],
    ['pool', 2, 'finished'],
    ['local', 2, 'finished'],
  ]);
  assert.equal(failures(events)[0]?.message, 'x is not a function');
});

test('a pass that fails by itself keeps its failure, and the next one runs', async () => {
  const outcome = ({ round }: FakeRun): PassOutcome | undefined =>
    round === 1 ? { status: 'failed', failure: crash } : undefined;
  const { events } = await runProfile({ pool: { outcome } });
  assert.deepEqual(endings(events), [
    ['local', 1, 'finished'],
    ['pool', 1, 'failed'],
    ['pool', 2, 'finished'],
    ['local', 2, 'finished'],
  ]);
  assert.deepEqual(failures(events), [crash]);
});

test('an engine that cannot close does no harm', async () => {
  const clock = handClock();
  const { events, observe } = recorder(clock);
  const plan = planWith({ engines: ['pool'], rounds: 1 });
  const stuck: Engine = {
    ...fakeEngine({ clock, name: 'pool' }),
    close: async () => Promise.reject(new Error('stuck')),
  };
  const { signal } = new AbortController();
  await profile({
    plan,
    engines: { local: stuck, pool: stuck, python: stuck, ray: stuck },
    observe,
    check: wrongAnswer,
    signal,
    startedAt,
    stops: async () => 0,
  });
  assert.deepEqual(endings(events), [['pool', 1, 'finished']]);
  assert.deepEqual(events.at(-1), { at: 15, type: 'profile-finished', interrupted: false });
});

/** Failures of a pass after a change to its spans. */
async function failuresAfter(
  change: (spans: readonly Span[]) => readonly Span[],
  plan = planWith({ engines: ['pool'], rounds: 1 }),
) {
  const outcome = ({ planned }: FakeRun): PassOutcome => ({
    status: 'finished',
    wall: 10,
    spans: spansOf(change(tasksOf(planned, 10))),
  });
  const { events } = await runProfile({ plan, pool: { outcome } });
  return failures(events);
}

const third =
  (change: (span: Span) => Span) =>
  (spans: readonly Span[]): readonly Span[] =>
    spans.map((span) => (span.task === 3 ? change(span) : span));

test('right answers pass', async () => {
  assert.deepEqual(await failuresAfter((spans) => spans), []);
  assert.deepEqual(await failuresAfter((spans) => spans.toReversed()), []);
});

test('the given check decides about the spans of each case', async () => {
  const failure = { code: 'odd', message: 'an odd answer', hint: 'Try again.' };
  const { events } = await runProfile({
    plan: planWith({ rounds: 1 }),
    check: ({ id }, spans) => (id === 'pool' && spans.count > 0 ? failure : undefined),
  });
  assert.deepEqual(failures(events), [failure]);
});

test('a check that throws fails its pass and no other', async () => {
  const { events } = await runProfile({
    plan: planWith({ rounds: 1 }),
    check: ({ id }) => {
      if (id === 'local') {
        throw new Error('odd');
      }

      return undefined;
    },
  });
  assert.deepEqual(endings(events), [
    ['local', 1, 'failed'],
    ['pool', 1, 'finished'],
  ]);
});

test('one wrong digest fails the pass', async () => {
  const wrong = third((span) => ({ ...span, digest: '00000000000000ff' }));
  assert.deepEqual(await failuresAfter(wrong), [
    {
      code: 'wrong-answer',
      message:
        'pool: task 3 computed a wrong sequence of 1,000 terms: digest 00000000000000ff, expected 72a7ca8af1d500a2.',
      hint: 'Run again; if it happens again, test the memory of this machine, and report it.',
    },
  ]);
});

test('a task that kept nothing fails the pass', async () => {
  const [failure] = await failuresAfter(third(({ kept: _kept, ...span }) => span));
  assert.equal(failure?.code, 'wrong-answer');
  assert.equal(
    failure.message,
    'pool: task 3 did not keep what list keeps of 1,000 terms: kept nothing, expected 198000430276020531.',
  );
});

test('a task that kept other terms fails the pass', async () => {
  const [failure] = await failuresAfter(third((span) => ({ ...span, kept: '7' })));
  assert.equal(
    failure?.message,
    'pool: task 3 did not keep what list keeps of 1,000 terms: kept 7, expected 198000430276020531.',
  );
});

test('a task that keeps what its workload does not keep fails the pass', async () => {
  const plan = planWith({ engines: ['pool'], rounds: 1, workload: 'pair' });
  const [failure] = await failuresAfter(
    third((span) => ({ ...span, kept: '7' })),
    plan,
  );
  assert.equal(
    failure?.message,
    'pool: task 3 did not keep what pair keeps of 1,000 terms: kept 7, expected nothing.',
  );
});

test('missing tasks fail the pass', async () => {
  assert.deepEqual(await failuresAfter((spans) => spans.slice(1)), [
    {
      code: 'missing-tasks',
      message: 'pool: 7 of 8 tasks came back.',
      hint: 'Run again; if it happens again, report it.',
    },
  ]);
  const [failure] = await failuresAfter(() => []);
  assert.equal(failure?.message, 'pool: 0 of 8 tasks came back.');
});

test('a pass during which the program was stopped is run again and counts once', async () => {
  // Called before and after every pass: a stop in the first one, and none later.
  const answers = [0, 1];
  const { events } = await runProfile({
    plan: planWith({ rounds: 1 }),
    stops: async () => answers.shift() ?? 1,
  });
  const passEvents = events.flatMap((event) =>
    event.type === 'pass-started' ||
    event.type === 'pass-repeated' ||
    event.type === 'pass-finished'
      ? [`${event.type} ${event.pass.case}`]
      : [],
  );
  assert.deepEqual(passEvents, [
    'pass-started local',
    'pass-repeated local',
    'pass-started local',
    'pass-finished local',
    'pass-started pool',
    'pass-finished pool',
  ]);
});

/** Logs its starts and ends; the n-th observation reports a duration of n. */
function samplerOf(log: string[]) {
  let started = 0;
  return (): (() => Conditions) => {
    const nth = ++started;
    log.push(`begin ${nth}`);
    return () => {
      log.push(`end ${nth}`);
      return { during: nth, own: 1, others: 2, stolen: 3 };
    };
  };
}

const conditionsIn = (events: readonly Event[]) =>
  events.flatMap((event) => (event.type === 'pass-finished' ? [event.conditions] : []));

test('sampling starts before every pass and ends after it', async () => {
  const log: string[] = [];
  const run = ({ planned }: FakeRun) => {
    log.push(`run ${planned.id}`);
    return undefined;
  };
  const { events } = await runProfile({
    plan: planWith({ rounds: 1 }),
    local: { outcome: run },
    pool: { outcome: run },
    sampler: samplerOf(log),
  });
  assert.deepEqual(log, ['begin 1', 'run local', 'end 1', 'begin 2', 'run pool', 'end 2']);
  const seen = { own: 1, others: 2, stolen: 3 };
  assert.deepEqual(conditionsIn(events), [
    { during: 1, ...seen },
    { during: 2, ...seen },
  ]);
});

test('a pass that did not finish, or was not sampled, has no conditions', async () => {
  const failed: PassOutcome = { status: 'failed', failure: crash };
  const plan = planWith({ rounds: 1 });
  const { events } = await runProfile({
    plan,
    pool: { outcome: () => failed },
    sampler: samplerOf([]),
  });
  assert.deepEqual(
    conditionsIn(events).map((seen) => seen?.during),
    [1, undefined],
  );
  const unseen = await runProfile({ plan });
  assert.deepEqual(conditionsIn(unseen.events), [undefined, undefined]);
});

test('a pass that is run again has the conditions of its last run', async () => {
  let stopped = 0;
  const { events } = await runProfile({
    plan: planWith({ rounds: 1, engines: ['pool'] }),
    pool: { outcome: () => void (stopped = Math.min(stopped + 1, 1)) },
    stops: async () => stopped,
    sampler: samplerOf([]),
  });
  assert.deepEqual(
    conditionsIn(events).map((seen) => seen?.during),
    [2],
  );
});

test('a pass on a remote cluster has no conditions, one on a cluster here has all but the load', async () => {
  const at = 'http://127.0.0.1:8265';
  const seenOn = async (here: boolean) => {
    const plan = planWith({ rounds: 1, engines: ['ray'], cluster: { at, cpus: 4, here } });
    const { events } = await runProfile({ plan, sampler: samplerOf([]) });
    return conditionsIn(events);
  };
  assert.deepEqual(await seenOn(false), [undefined]);
  assert.deepEqual(await seenOn(true), [{ during: 1, stolen: 3 }]);
});
