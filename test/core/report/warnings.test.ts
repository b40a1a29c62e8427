import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Waited } from '../../../source/core/plan/settings.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { isNote } from '../../../source/core/report/warnings.ts';
import {
  machineWith,
  profileStateWith,
  stateWith,
  type Ending,
  type Walls,
} from '../../helpers/profiles/profiles.ts';

type Asked = {
  readonly pool: readonly Ending[];
  readonly workers?: number;
  readonly limit?: number;
  readonly cpus?: number;
  readonly size?: number;
};

function warnings({ pool, workers = 4, limit = 16e9, cpus = 4, size = 1000 }: Asked) {
  const machine = machineWith({ cpus, memory: { total: limit, free: limit, limit } });
  const profile = profileStateWith({ walls: { pool }, plan: { workers, size } });
  return reportOf(stateWith({ machine, profile }), '1.2.3')?.warnings;
}

test('a quiet profile has no warnings', () => {
  assert.deepEqual(warnings({ pool: [10, 10.5, 11, 10, 9] }), []);
});

test('a failed pass is named with what to do', () => {
  assert.deepEqual(warnings({ pool: [10, 'failed'] }), [
    {
      code: 'worker-died',
      failed: true,
      message: 'pool, round 2 failed: pool: worker 2 died. Run it again with fewer workers.',
    },
  ]);
});

test('a run that waited for a quiet machine in vain says so', () => {
  const { plan, ...profile } = profileStateWith({ walls: { local: [10], pool: [5] } });
  const warningAfter = (waited: Waited) =>
    reportOf(stateWith({ profile: { ...profile, plan: { ...plan, waited } } }), '1.2.3')?.warnings;
  assert.deepEqual(warningAfter({ time: 7000, quiet: true, others: 0.01 }), []);
  assert.deepEqual(warningAfter({ time: 60_000, quiet: false, others: 0.312 }), [
    {
      code: 'not-quiet',
      message:
        'the machine did not become quiet: other programs still used 31 % of the CPUs after 60 s of waiting, so the run began anyway',
    },
  ]);
});

test('passes of a case that failed alike are told once', () => {
  assert.deepEqual(warnings({ pool: ['failed', 10, 'failed'] }), [
    {
      code: 'worker-died',
      failed: true,
      message: 'pool, rounds 1 and 3 failed: pool: worker 2 died. Run it again with fewer workers.',
    },
  ]);
});

test('a pass that was run again since the program was stopped is named', () => {
  const profile = profileStateWith({ walls: { local: [10], pool: [5] } });
  const repeated = [profile.plan.passes[1]!];
  const state = stateWith({ profile: { ...profile, repeated } });
  const report = reportOf(state, '1.2.3');
  assert.deepEqual(
    report?.warnings.filter(({ code }) => code === 'stopped'),
    [
      {
        code: 'stopped',
        message: 'pool, round 1 ran twice: the program was suspended during the first time',
      },
    ],
  );
  assert.deepEqual(
    report?.passes.map((pass) => pass.repeated),
    [undefined, 1],
  );
});

test('a cancelled pass needs no warning', () => {
  assert.deepEqual(warnings({ pool: [10, 'cancelled'] }), []);
});

test('more workers than CPUs take turns', () => {
  assert.deepEqual(warnings({ pool: [10], workers: 6 }), [
    {
      code: 'more-workers-than-cpus',
      message: '6 workers share 4 usable CPUs: they take turns, so the limit is 4 times',
    },
  ]);
  assert.match(warnings({ pool: [10], workers: 2, cpus: 1 })?.[0]?.message ?? '', /1 usable CPU:/);
  assert.deepEqual(warnings({ pool: [10], workers: 4 }), []);
});

test('a speed-up that is more than the workers can give by over 2 % is warned of and marked, whatever its interval', () => {
  const codes = (middle: number) => {
    const local = [390, 395, middle, 430, 440];
    const profile = profileStateWith({ walls: { local, pool: [100, 100, 100, 100, 100] } });
    const { warnings, cases } = reportOf(stateWith({ profile }), '1.2.3')!;
    assert.equal(cases[1]?.speedup?.beyond, middle > 408 ? 4 : undefined);
    return warnings.map(({ code }) => code).filter((code) => code === 'beyond-ceiling');
  };
  assert.deepEqual(codes(409), ['beyond-ceiling']);
  assert.deepEqual(codes(408), []);
});

test('a quota of no whole number grants more than the CPUs that are usable', () => {
  const walls = { local: [26, 26, 26, 26, 26], pool: [10, 10, 10, 10, 10] };
  const usable = { count: 2, online: 8, affinity: 8, quota: 2.5 };
  const messages = (workers: number) => {
    const profile = profileStateWith({ walls, plan: { workers } });
    const report = reportOf(stateWith({ machine: machineWith({ usable }), profile }), '1.2.3')!;
    return [...report.warnings.map(({ message }) => message), report.verdict.sentence];
  };
  assert.deepEqual(messages(3), [
    '3 workers share 2.5 usable CPUs: they take turns, so the limit is 2.5 times',
    'pool: 2.60 times as fast is more than its workers can give (2.5): something else slowed local down; run again on a quieter machine',
    'pool is 2.60 times as fast as local, more than 3 workers can give',
  ]);
  assert.match(
    messages(2)[0] ?? '',
    /^pool: 2\.60 times as fast is more than its workers can give \(2\)/,
  );
});

test('a plan that takes more than half of the free memory is said to', () => {
  // Four lists of 10,000 terms take 18 MB, four threads 48 MB.
  assert.deepEqual(warnings({ pool: [10], size: 10_000, limit: 100e6 }), [
    {
      code: 'memory',
      message:
        'memory: 66.1 MB at once: 66 % of what is free; if the machine swaps, the times show it',
    },
  ]);
});

function beyondCeiling(pool: readonly number[], local = [100, 100, 100, 100, 100]) {
  const profile = profileStateWith({ walls: { local, pool }, plan: { workers: 2, tasks: 8 } });
  const machine = machineWith({ cpus: 2 });
  return reportOf(stateWith({ machine, profile }), '1.2.3')?.warnings.map(({ code }) => code);
}

test('a speed-up beyond what the workers can give is said to come from elsewhere', () => {
  assert.deepEqual(beyondCeiling([46, 46, 46, 46, 46]), ['beyond-ceiling']);
  assert.deepEqual(beyondCeiling([50, 50, 50, 50, 50]), []);
});

test('a speed-up beyond it by no more than noise is not', () => {
  assert.deepEqual(beyondCeiling([49.5, 49.5, 49.5, 49.5, 49.5]), []);
});

test('an outlier is named by its round and its wall, and kept', () => {
  assert.deepEqual(warnings({ pool: [100, 101, 150, 99, 100] }), [
    {
      code: 'outlier',
      message: 'pool: round 3 (150 ms), far from the median of 100 ms; included',
    },
  ]);
});

test('of very many failed passes the first rounds are named, and the others counted', () => {
  const pool = Array.from({ length: 1200 }, () => 'failed' as const);
  const [warning] = warnings({ pool }) ?? [];
  assert.match(
    warning?.message ?? '',
    /^pool, rounds 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1,190 more failed: /,
  );
});

test('several outliers are named by their rounds and walls, slow or fast', () => {
  const [warning] = warnings({ pool: [100, 101, 150, 99, 100, 20, 100] }) ?? [];
  assert.equal(
    warning?.message,
    'pool: round 3 (150 ms), round 6 (20.0 ms), far from the median of 100 ms; included',
  );
});

test('outliers of a case with failed passes keep the numbers of their rounds', () => {
  const messages = warnings({ pool: ['failed', 100, 101, 150, 99, 100] })?.map(
    ({ message }) => message,
  );
  assert.match(messages?.[1] ?? '', /^pool: round 4 \(150 ms\), far from the median/);
});

test('Ray on the same machine is noted beside the engines that share its CPUs', () => {
  const notes = (walls: Walls, here: boolean) => {
    const cluster = { at: 'http://127.0.0.1:8265', cpus: 2, here };
    const profile = profileStateWith({ walls, plan: { cluster } });
    return reportOf(stateWith({ profile }), '1.2.3')?.warnings.filter(isNote);
  };
  assert.deepEqual(notes({ local: [10], pool: [5], 'pool#2': [5], ray: [80] }, true), [
    {
      code: 'ray-here',
      message: 'Ray ran on this machine: even when idle it takes some CPU time from local and pool',
    },
  ]);
  assert.deepEqual(notes({ local: [10], ray: [80] }, false), []);
  assert.deepEqual(notes({ ray: [80] }, true), []);
  assert.deepEqual(notes({ local: [10], pool: [5] }, true), []);
});

test('a failed pass brings the last lines of its log, and its hint', () => {
  const failure = {
    code: 'ray-driver-error',
    failed: true,
    message: 'The driver failed.',
    hint: 'Look into its log.',
    log: ['Traceback', 'ValueError: no'],
  };
  const ray = [() => ({ status: 'failed', failure }) as const];
  const profile = profileStateWith({ walls: { ray } });
  assert.deepEqual(reportOf(stateWith({ profile }), '1.2.3')?.warnings, [
    {
      code: 'ray-driver-error',
      failed: true,
      message: 'ray, round 1 failed: The driver failed. Look into its log.',
      log: ['Traceback', 'ValueError: no'],
    },
  ]);
});
