import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Machine } from '../../../../source/core/machine/machine.ts';
import { reportOf } from '../../../../source/core/report/report-of.ts';
import type { Advice } from '../../../../source/core/report/losses/advice.ts';
import { dealtProfile, type DealtRequest } from '../../../helpers/profiles/dealt.ts';
import {
  calibrationWith,
  machineWith,
  onRay,
  profileStateWith,
  stateWith,
  withoutPython,
} from '../../../helpers/profiles/profiles.ts';

type Asked = DealtRequest & {
  readonly machine?: Partial<Machine> & { readonly cpus?: number };
};

/** The advice for 12 tasks on four workers, 10 ms each unless something delays them. */
function adviceOn({ plan, machine, ...dealt }: Omit<Asked, 'local'>): Advice {
  const request = { plan: { tasks: 12, workers: 4, ...plan }, local: { task: 10 }, ...dealt };
  const state = stateWith({ machine: machineWith(machine), profile: dealtProfile(request) });
  const [advice, ...others] = reportOf(state, '1.2.3')!.advice;
  assert.equal(others.length, 0);
  return advice!;
}

const adviceFor = (asked: Omit<Asked, 'local'>) => {
  const { loss, causes, sentence, check } = adviceOn(asked);
  return { loss, causes, sentence, ...(check ? { check } : {}) };
};

const task = 10;
/** Long enough for the kernel's counters. */
const during = 200;

/** The workers leave no CPU free. */
const full = { count: 4, online: 4, affinity: 4 };

test('more workers than CPUs', () => {
  assert.deepEqual(adviceFor({ machine: { cpus: 2 }, pool: { task, waiting: 10 } }), {
    loss: 'more workers than CPUs',
    causes: ['more-workers-than-cpus'],
    sentence:
      'Most of the loss is "more workers than CPUs" (2.00 of 4 workers): 4 workers take turns on 2 CPUs. Try 2 workers.',
  });
});

test('other processes, where they took enough to make up for a quarter of the loss', () => {
  const pool = { task, waiting: 10 };
  const withOthers = (others: number, usable = full) =>
    adviceFor({ machine: { usable }, pool, conditions: { pool: { during, others } } });
  assert.deepEqual(withOthers(90), {
    loss: 'waiting for a CPU',
    causes: ['other-load'],
    sentence:
      'Most of the loss is "waiting for a CPU" (2.00 of 4 workers): other programs took 90.0 ms of CPU time, 0.45 of 4 CPUs. Run again on a quieter machine.',
  });
  assert.match(withOthers(300).sentence, /, 1\.50 of 4 CPUs\./);
  assert.equal(
    withOthers(29).sentence,
    'Most of the loss is "waiting for a CPU" (2.00 of 4 workers). Nothing measured on this machine explains it.',
  );
  const six = { count: 6, online: 6, affinity: 6 };
  assert.match(withOthers(429, six).sentence, /competed for the CPUs/);
  assert.match(withOthers(430, six).sentence, /other programs took 430 ms .*, 2\.15 of 6 CPUs/);
});

test('over so short a time that the kernel can not tell it, no others are named', () => {
  const causesOf = (looked: number) => {
    const around = { during: looked, others: 90, stolen: 90, throttled: 90 };
    const asked = { machine: { usable: full }, conditions: { pool: around } };
    return adviceFor({ ...asked, pool: { task, blocked: 10 } }).causes;
  };
  assert.deepEqual(causesOf(200), ['stolen', 'throttled']);
  assert.deepEqual(causesOf(199), ['throttled']);
});

test('a quota that holds the pool back, with what would keep within it', () => {
  const conditions = { pool: { during, throttled: 80 } };
  const pool = { task, waiting: 10 };
  assert.deepEqual(adviceFor({ pool, conditions }), {
    loss: 'waiting for a CPU',
    causes: ['throttled'],
    sentence:
      'Most of the loss is "waiting for a CPU" (2.00 of 4 workers): the CPU quota held the workers back for 80.0 ms in all. Try a larger quota.',
  });
  const both = adviceFor({ machine: { cpus: 3 }, pool, conditions });
  assert.deepEqual(both.causes, ['more-workers-than-cpus']);
  assert.match(both.sentence, /4 workers take turns on 3 CPUs\. Try 3 workers\.$/);
});

test('more workers than a quota of no whole number grants: as many as use it up', () => {
  const sentenceOf = (quota: number, workers: number) => {
    const usable = { count: Math.floor(quota), online: 8, affinity: 8, quota };
    const waiting = task * (workers / quota - 1);
    return adviceFor({ machine: { usable }, plan: { workers }, pool: { task, waiting } }).sentence;
  };
  assert.match(sentenceOf(2.5, 4), /: 4 workers share a quota of 2\.5 CPUs\. Try 3 workers\.$/);
  assert.match(
    sentenceOf(2.5, 3),
    /: 3 workers share a quota of 2\.5 CPUs\. Try a larger quota\.$/,
  );
  assert.match(
    sentenceOf(1.5, 2),
    /^Most of the loss is "more workers than CPUs" \(0\.50 of 2 workers\): 2 workers share a quota of 1\.5 CPUs\./,
  );
});

test('a hypervisor that takes CPU time away', () => {
  const conditions = { pool: { during, stolen: 60 } };
  assert.deepEqual(adviceFor({ pool: { task, slower: 10 }, conditions }).causes, ['stolen']);
  assert.match(
    adviceFor({ pool: { task, slower: 10 }, conditions }).sentence,
    /"slower side by side" \(2\.00 of 4 workers\): the hypervisor took away 60\.0 ms of CPU time, 0\.30 of 16 CPUs\. Run again/,
  );
});

/** As many CPUs as workers: all of them compute. */
const four = { cores: 4, threads: 4, usable: { count: 4, online: 4, affinity: 4 } };

test('slow cores, where the workers do not fit on the fast ones', () => {
  const kinds = (fast: number, slow: number) => [
    { cores: fast, cpus: fast, usable: fast },
    { cores: slow, cpus: slow, usable: slow },
  ];
  const pool = { task, slower: 6 };
  assert.deepEqual(adviceFor({ machine: { ...four, kinds: kinds(2, 2) }, pool }), {
    loss: 'slower side by side',
    causes: ['slow-cores'],
    sentence:
      'Most of the loss is "slower side by side" (1.50 of 4 workers): only 2 of 4 workers can run on a fast core: this machine has 2 P + 2 E cores. Try 2 workers, one for each fast CPU: that wastes less, but may take longer.',
  });
  assert.notDeepEqual(adviceFor({ machine: { ...four, kinds: kinds(4, 4) }, pool }).causes, [
    'slow-cores',
  ]);
});

test('threads that share cores, and a clock that fell', () => {
  const machine = { ...four, cores: 2 };
  const clocks = {
    local: { during, clock: { mean: 2000, highest: 4100 } },
    pool: { during, clock: { mean: 3000, highest: 3300 } },
  };
  assert.deepEqual(adviceFor({ machine, pool: { task, slower: 6 }, conditions: clocks }), {
    loss: 'slower side by side',
    causes: ['shared-cores', 'clock-fell'],
    sentence:
      'Most of the loss is "slower side by side" (1.50 of 4 workers): 4 workers share 2 cores; the clock fell from 4.10 to 3.00 GHz. Try 2 workers, one for each core: that wastes less, but may take longer.',
  });
});

test('a clock that fell by next to nothing, or by too little for the loss, is not named', () => {
  const fallTo = (mean: number, slower: number) =>
    adviceFor({
      machine: four,
      pool: { task, slower },
      plan: { workload: 'pair' },
      conditions: {
        local: { during, clock: { mean: 1000, highest: 4000 } },
        pool: { during, clock: { mean, highest: 4000 } },
      },
    }).causes;
  assert.deepEqual(fallTo(3600, 2), ['clock-fell']);
  assert.deepEqual(fallTo(3910, 0.6), ['clock-fell']);
  assert.deepEqual(fallTo(3930, 0.6), []);
  assert.deepEqual(fallTo(3600, 9), []);
});

test('where some CPUs idle the mean of the clocks tells nothing', () => {
  const conditions = {
    local: { during, clock: { mean: 2000, highest: 4000 } },
    pool: { during, clock: { mean: 3000, highest: 4000 } },
  };
  const machine = { cpus: 8, cores: 8, threads: 8 };
  const asked = { machine, pool: { task, slower: 2 }, plan: { workload: 'pair' }, conditions };
  assert.deepEqual(adviceFor(asked as Asked).causes, []);
});

test('memory that all workers share is a guess, and what would prove it is offered', () => {
  assert.deepEqual(adviceFor({ pool: { task, slower: 5 }, plan: { size: 50_000 } }), {
    loss: 'slower side by side',
    causes: ['memory-bandwidth'],
    sentence:
      'Most of the loss is "slower side by side" (1.33 of 4 workers): every task writes 112 MB, and all 4 workers share one memory. To check, press m: the same run with pair, which uses almost no memory.',
    check: 'pair',
  });
  assert.equal(
    adviceFor({ pool: { task, slower: 5 }, plan: { workload: 'pair' } }).sentence,
    'Most of the loss is "slower side by side" (1.33 of 4 workers). Nothing measured on this machine explains it.',
  );
});

test('garbage collection: what stopped the tasks where that is told, else a guess', () => {
  const plan = { workload: 'bigint' } as const;
  const guess = adviceFor({ plan, pool: { task, blocked: 8 } });
  assert.match(guess.sentence, /the tasks took 216 ms in all, and 120 ms on local, and every term/);
  const state = stateWith({
    profile: dealtProfile({
      plan: { tasks: 12, workers: 4, ...plan },
      local: { task, collecting: 2 },
      pool: { task, blocked: 8, collecting: 7 },
    }),
  });
  assert.equal(
    reportOf(state, '1.2.3')!.advice[0]?.sentence,
    'Most of the loss is "blocked" (1.78 of 4 workers): V8 paused the tasks for 84.0 ms to collect garbage, and for 24.0 ms on local. Try the workload list, which computes the same without garbage.',
  );
});

test('threads of our own beside the workers', () => {
  const conditions = { pool: { during, own: 200 } };
  assert.deepEqual(adviceFor({ pool: { task, waiting: 10 }, conditions }), {
    loss: 'waiting for a CPU',
    causes: ['own-threads'],
    sentence:
      'Most of the loss is "waiting for a CPU" (2.00 of 4 workers): handing out the tasks took fibtui 80.0 ms of CPU time. Use longer tasks: try a larger size, so that there is less to hand out.',
  });
});

test('of those that took CPU time the one that took the most is named first', () => {
  const pool = { task, waiting: 10 };
  const causesOf = (others: number) =>
    adviceFor({
      machine: { usable: full },
      pool,
      conditions: { pool: { during, own: 200, others } },
    }).causes;
  assert.deepEqual(causesOf(90), ['other-load', 'own-threads']);
  assert.deepEqual(causesOf(70), ['own-threads', 'other-load']);
});

test('too few tasks for the last wave, with how many would fill it', () => {
  const asked = { pool: { task }, machine: { cpus: 4 } };
  assert.deepEqual(adviceFor({ ...asked, plan: { tasks: 3, workers: 2 } }), {
    loss: 'tasks that do not divide',
    causes: ['too-few-tasks'],
    sentence:
      'Most of the loss is "tasks that do not divide" (0.50 of 2 workers): with 3 tasks for 2 workers, 1 of them gets none in the last of 2 turns. Try 4 tasks, 2 for each worker.',
  });
  assert.match(
    adviceFor({ ...asked, plan: { tasks: 1, workers: 4 } }).sentence,
    /with 1 task for 4 workers, 3 of them get none\. Try 4 tasks, one for each worker\.$/,
  );
});

test('tasks so long that the workers end apart', () => {
  assert.deepEqual(adviceFor({ pool: { task, slowWorker: 2.5 } }), {
    loss: 'idle at the end',
    causes: ['long-tasks'],
    sentence:
      'Most of the loss is "idle at the end" (0.60 of 4 workers): the first worker to finish waits 7.50 ms for the last one, and a task takes 10.6 ms. Try 92 tasks, or shorter ones.',
  });
});

test('tasks too short for their dispatch, with the size that would be long enough', () => {
  const request = {
    plan: { tasks: 12, workers: 4, size: 200 },
    local: { task: 0.002 },
    pool: { task: 0.002, gap: 0.07 },
  };
  const state = stateWith({
    calibrations: { list: calibrationWith({ a: 0, b: 1e-6, c: 3e-8 }) },
    profile: dealtProfile(request),
  });
  assert.deepEqual(reportOf(state, '1.2.3')!.advice, [
    {
      case: 'pool',
      loss: 'between two tasks',
      causes: ['short-tasks'],
      sentence:
        'Most of the loss is "between two tasks" (3.84 of 4 workers): a task takes 2.00 µs, but handing out the next one takes 70.0 µs. Use longer tasks: at a size of 10,000 one takes 3.01 ms.',
      next: 'A task takes 2.00 µs, but handing out the next one takes 70.0 µs. Use longer tasks: at a size of 10,000 one takes 3.01 ms.',
    },
  ]);
  const unknown = reportOf(stateWith({ ...state, calibrations: {} }), '1.2.3')!.advice[0];
  assert.match(unknown?.sentence ?? '', /try a larger size\.$/);
});

test('long gaps between long tasks come from something else', () => {
  const asked = { machine: { usable: full }, conditions: { pool: { during, others: 90 } } };
  assert.deepEqual(adviceFor({ pool: { task, gap: 12 }, ...asked }).causes, ['other-load']);
});

test('a start that a longer pass would not feel', () => {
  assert.deepEqual(adviceFor({ pool: { task, dispatch: 5 } }), {
    loss: 'handing out',
    causes: ['short-pass'],
    sentence:
      'Most of the loss is "handing out" (0.57 of 4 workers): the last of 4 workers began after 5.00 ms of 35.0 ms. Try 88 tasks, or a larger size.',
  });
});

test('where one CPU is usable it is said why, instead of a loss that there is not', () => {
  const on = (usable: Machine['usable']) =>
    adviceFor({ machine: { usable }, plan: { workers: 1 }, pool: { task } }).sentence;
  assert.equal(
    on({ count: 1, online: 2, affinity: 1 }),
    'Only one CPU is usable, so nothing runs side by side: usable 1 = min( online 2, affinity 1, quota none ). fibtui is pinned to it: start it without taskset, or with a larger cpuset.',
  );
  assert.match(
    on({ count: 1, online: 4, affinity: 4, quota: 0.5 }),
    /grants the time of 0\.5 CPUs: /,
  );
  assert.match(on({ count: 1, online: 1, affinity: 1 }), /This machine has no more\.$/);
});

test('and more workers than one CPU are no loss of their own', () => {
  const usable = { count: 1, online: 2, affinity: 1 };
  const { causes, sentence } = adviceFor({ machine: { usable }, pool: { task, waiting: 10 } });
  assert.deepEqual(causes, ['one-cpu']);
  assert.match(sentence, /^Only one CPU is usable.* larger cpuset\.$/);
});

test('where next to nothing is lost nothing is to be mended', () => {
  assert.deepEqual(adviceFor({ pool: { task, slower: 0.1, dispatch: 0.5 } }), {
    loss: 'handing out',
    causes: [],
    sentence: 'Little is lost: 3.90 of 4 workers were at work all the time.',
  });
  assert.equal(
    adviceFor({ pool: { task, slower: -1 } }).sentence,
    'Nothing is lost: all workers together took 108 ms, and local took 120 ms.',
  );
});

test('what local lost more by than the pool is no gain, but a disturbance', () => {
  const state = stateWith({
    machine: machineWith(),
    profile: dealtProfile({
      plan: { tasks: 12, workers: 4 },
      local: { task, waiting: 3 },
      pool: { task, slower: 1 },
    }),
  });
  const [advice] = reportOf(state, '1.2.3')!.advice;
  assert.deepEqual(advice?.causes, ['other-load']);
  assert.equal(
    advice.sentence,
    '"slower side by side" cost 0.36 of 4 workers, but local lost 1.09 of 4 workers more to "waiting for a CPU", so something else slowed local down. Run again on a quieter machine.',
  );
});

test('nor where the pool lost something all the same', () => {
  const adviceWith = (waiting: number) =>
    reportOf(
      stateWith({
        machine: machineWith(),
        profile: dealtProfile({
          plan: { tasks: 12, workers: 4 },
          local: { task, waiting },
          pool: { task, slower: 4 },
        }),
      }),
      '1.2.3',
    )!.advice[0]!.sentence;
  assert.match(
    adviceWith(1.9),
    /^Most of the loss is "slower side by side" \(1\.14 of 4 workers\)/,
  );
  assert.match(
    adviceWith(2),
    /^"slower side by side" cost 1\.14 of 4 workers, but local lost 0\.57 of 4 workers more to/,
  );
});

test('what trust takes no note of is no cause', () => {
  const causesWith = (share: number) =>
    adviceFor({
      machine: { usable: full },
      pool: { task, waiting: 1 },
      conditions: { pool: { during, others: share * full.affinity * during } },
    }).causes;
  assert.deepEqual(causesWith(0.051), ['other-load']);
  assert.deepEqual(causesWith(0.049), []);
});

test('a loss that a counter explains has that cause, whatever local lost in another way', () => {
  const state = stateWith({
    machine: machineWith(),
    profile: dealtProfile({
      plan: { tasks: 12, workers: 4, workload: 'bigint' },
      local: { task, waiting: 1, collecting: 1 },
      pool: { task, blocked: 2, collecting: 3 },
    }),
  });
  const [advice] = reportOf(state, '1.2.3')!.advice;
  assert.deepEqual([advice?.loss, advice?.causes], ['blocked', ['garbage-collection']]);
});

test('tasks shorter than their dispatch are named where local loses as much by them', () => {
  const short = { task: 0.002, gap: 0.07, dispatch: 0.05 };
  const state = stateWith({
    machine: machineWith(),
    profile: dealtProfile({ plan: { tasks: 400, workers: 4 }, local: short, pool: short }),
  });
  const [advice] = reportOf(state, '1.2.3')!.advice;
  assert.deepEqual(advice?.causes, ['short-tasks']);
  assert.match(
    advice.sentence,
    /^Little is lost, because local loses as much: a task takes 2\.00 µs, but handing out/,
  );
});

test('a loss that is the largest of several is not most of it', () => {
  const { sentence } = adviceFor({ pool: { task, slower: 3, waiting: 2, blocked: 2 } });
  assert.match(sentence, /^The largest loss is "slower side by side" \(0\.71 of 4 workers\)\. /);
});

const cluster = { at: 'http://127.0.0.1:8265', cpus: 4, here: false };

test('Ray: what of its wall was no computing, and what its Python takes for a task', () => {
  const of = (walls: Parameters<typeof profileStateWith>[0]['walls']) =>
    reportOf(stateWith({ profile: profileStateWith({ walls, plan: { cluster } }) }), '1.2.3')!
      .advice;
  assert.deepEqual(of({ local: [1800], ray: [(pass) => onRay(pass, 5600, { python1: 7840 })] }), [
    {
      case: 'ray',
      causes: [],
      sentence:
        'ray spent 3.36 s of 5.60 s on start-up (1.96 s warm-up); a task takes 4.36 times as long in Python.',
    },
  ]);
  assert.deepEqual(
    of({ ray: [(pass) => withoutPython(pass, 5600)] }).map(({ sentence }) => sentence),
    ['ray spent 3.36 s of 5.60 s on start-up (1.96 s warm-up).'],
  );
  assert.match(
    of({ ray: [(pass) => onRay(pass, 5600, { queued: 2000 })] })[0]!.sentence,
    /^ray spent 3\.36 s of 5\.60 s without a task \(2\.00 s queued: others held the CPUs\)/,
  );
  assert.deepEqual(of({ local: [1800], ray: ['failed'] }), []);
});
