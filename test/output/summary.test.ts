import assert from 'node:assert/strict';
import { test } from 'node:test';
import stringWidth from 'string-width';
import { spansOf } from '../../source/core/profile/build-spans.ts';
import type { PassOutcome } from '../../source/core/profile/pass.ts';
import type { Case } from '../../source/core/plan/plan.ts';
import { reportOf } from '../../source/core/report/report-of.ts';
import type { Report } from '../../source/core/report/report.ts';
import { summaryOf } from '../../source/output/summary.ts';
import {
  calibrationWith,
  machineWith,
  profileStateWith,
  tasksOf,
  stateWith,
  type ProfileRequest,
} from '../helpers/profiles/profiles.ts';
import { randomRun } from '../helpers/profiles/runs.ts';

function report(request: ProfileRequest): Report {
  const profile = profileStateWith(request);
  const calibrations = { list: request.plan?.calibration ?? calibrationWith() };
  const found = reportOf(stateWith({ machine: machineWith(), calibrations, profile }), '1.2.3');
  assert.ok(found);
  return found;
}

/** Without the command, which `summary-command.test.ts` has. */
const linesOf = (request: ProfileRequest, ascii = false): readonly string[] =>
  summaryOf(report(request), { ascii })
    .split('\n')
    .filter((line) => !line.startsWith('AGAIN'));

/** T(n) = 3.6 ps · n²: 9 ms for 50,000 terms. */
const calibration = calibrationWith({ a: 0, b: 0, c: 3.6e-9 });

const finished: ProfileRequest = {
  walls: { local: [1791, 1800, 1820, 1795, 1805], pool: [482, 484, 487, 483, 485] },
  plan: { size: 50_000, tasks: 200, calibration },
  coldStart: { local: 71, pool: 88 },
};

test('a finished profile is a line a case and the verdict', () => {
  assert.deepEqual(linesOf(finished), [
    'fibtui 1.2.3   list   n 50,000   N 200   P 4   5 rounds   interval 93.8 %',
    'CPUs      usable 4 = min( online 16, affinity 16, quota 4 )   AMD EPYC 9554',
    'L local   ██████████████████████████████    1.80 s  1.79 to 1.82 s',
    'P pool    ▓▓▓▓▓▓▓▓                          484 ms  482 to 487 ms        3.72x',
    'SCORES    pool: parallel efficiency 93 %, Karp-Flatt 0.025',
    'SCORES    cold start: local 71.0 ms, pool 88.0 ms',
    'COST      pool: starting the workers pays off after 3 tasks',
    'FORECAST  local 1.80 s, took as long; pool 450 ms, took 8 % more',
    'WORKERS   4 workers = 3.72 the work + 0.28 slower or waiting (4.0x without it) (round 2: local 1.80 s, pool 484 ms)',
    'VERDICT   pool wins: 3.72x faster than local (3.72 to 3.74), of at most 4x with 4 workers',
    'ADVICE    Most of the loss is "slower or waiting" (0.28 of 4 workers): every task writes 112 MB, and all 4 workers share one memory. To check, press m: the same run with pair, which uses almost no memory.',
    '',
  ]);
});

test('ASCII draws the same bars with other characters', () => {
  assert.deepEqual(linesOf(finished, true).slice(2, 5), [
    'L local   ##############################    1.80 s  1.79 to 1.82 s',
    'P pool    ========                          484 ms  482 to 487 ms        3.72x',
    'SCORES    pool: parallel efficiency 93 %, Karp-Flatt 0.025',
  ]);
});

test('ASCII means that not a character is beyond it', () => {
  const failed: ProfileRequest = { walls: { local: [100], pool: ['failed'] }, interrupted: true };
  for (const request of [finished, failed, onCluster, failing(['größer'])]) {
    const text = summaryOf(report(request), { ascii: true });
    assert.deepEqual(text.match(/[^\n -~]/g), null);
  }
});

test('a case whose passes failed says so, and the failure stands below the verdict', () => {
  assert.deepEqual(linesOf({ walls: { local: [100, 102], pool: ['failed', 'failed'] } }), [
    'fibtui 1.2.3   list   n 1,000   N 8   P 4   2 rounds',
    'CPUs      usable 4 = min( online 16, affinity 16, quota 4 )   AMD EPYC 9554',
    'L local   ██████████████████████████████    100 ms  100 to 102 ms',
    'P pool    no finished pass',
    'FORECAST  local 16.0 ms, took 525 % more',
    'VERDICT   no verdict: local took 100 ms, and nothing finished beside it to compare with',
    '!         pool, rounds 1, 2 failed: pool: worker 2 died. Run it again with fewer workers.',
    '',
  ]);
});

test('an interrupted profile counts what had finished and says so', () => {
  const walls = { local: [100, 102, 104], pool: [50, 'cancelled', undefined] } as const;
  assert.deepEqual(linesOf({ walls, interrupted: true }), [
    'fibtui 1.2.3   list   n 1,000   N 8   P 4   3 rounds',
    'CPUs      usable 4 = min( online 16, affinity 16, quota 4 )   AMD EPYC 9554',
    'L local   ██████████████████████████████    100 ms  100 to 104 ms',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓                  50.0 ms  50.0 ms',
    'FORECAST  local 16.0 ms, took 525 % more; pool 4.00 ms, took 1,150 % more',
    'WORKERS   4 workers = 2.00 the work + 2.00 slower or waiting (round 1: local 100 ms, pool 50.0 ms)',
    'VERDICT   too few rounds for a verdict (1 of at least 5): pool took 50.0 ms, local 100 ms',
    'ADVICE    Most of the loss is "slower or waiting" (2.00 of 4 workers). Nothing measured on this machine explains it.',
    '!         interrupted: only what had finished is counted',
    '',
  ]);
});

test('what was interrupted before its first pass ended still has a summary', () => {
  const walls = { local: ['cancelled'], pool: [undefined] } as const;
  assert.deepEqual(linesOf({ walls, interrupted: true }).slice(0, -1), [
    'fibtui 1.2.3   list   n 1,000   N 8   P 4   1 round',
    'CPUs      usable 4 = min( online 16, affinity 16, quota 4 )   AMD EPYC 9554',
    'L local   no finished pass',
    'P pool    no finished pass',
    'VERDICT   no verdict: no pass finished',
    '!         interrupted: only what had finished is counted',
  ]);
});

test('an engine that stands twice has a line each, one below the other', () => {
  const walls = { local: [100], 'local#2': [100], 'local#3': [100] };
  const names = linesOf({ walls }).map((line) => line.slice(0, 12));
  assert.deepEqual(names.slice(2, 5), ['L local   ██', 'L local#2 ██', 'L local#3 ██']);
});

test('where the number of tasks comes from is said unless the user gave it', () => {
  const heading = (tasks: 'auto' | 'cpus') =>
    linesOf({ walls: { local: [100] }, plan: { tasks, size: 50_000 } })[0];
  assert.equal(heading('auto'), 'fibtui 1.2.3   list   n 50,000   N 200 (auto)   P 1   1 round');
  assert.equal(heading('cpus'), 'fibtui 1.2.3   list   n 50,000   N 4 (cpus)   P 1   1 round');
});

test('that a cluster asks for more tasks than auto has is said', () => {
  const ray = { at: 'http://10.0.0.7:8265', from: '--ray' };
  const heading = (cpus: number) =>
    linesOf({
      walls: { local: [100] },
      plan: {
        tasks: 'auto',
        size: 50_000,
        engines: ['local', 'ray'],
        ray,
        cluster: { at: ray.at, cpus, here: false },
      },
    })[0]?.replace(/.*(?=N )|   P.*/g, '');
  assert.equal(heading(640), 'N 640 (auto: one per CPU of the cluster)');
  assert.equal(heading(64), 'N 200 (auto)');
});

test('warnings stand below the verdict, marked', () => {
  const lines = linesOf({ walls: { pool: [100] }, plan: { workers: 6 } });
  assert.equal(
    lines.at(-2),
    '!         6 workers share 4 usable CPUs: they take turns, so the limit is 4 times',
  );
});

const onCluster: ProfileRequest = {
  walls: { local: [1800, 1800], pool: [930, 930], ray: [9700, 9700] },
  plan: {
    size: 50_000,
    tasks: 200,
    workers: 2,
    calibration,
    cluster: { at: 'http://127.0.0.1:8265', cpus: 2, here: false },
  },
};

test('Ray has its bar with a faint end, Python on one CPU, its phases, its factors and its job', () => {
  assert.deepEqual(linesOf(onCluster), [
    'fibtui 1.2.3   list   n 50,000   N 200   P 2, 2 on ray   2 rounds',
    'CPUs      usable 4 = min( online 16, affinity 16, quota 4 )   AMD EPYC 9554',
    'L local   ██████                            1.80 s  1.80 s',
    'P pool    ▓▓▓                               930 ms  930 ms               1.94x',
    'R ray     ▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░    9.70 s  9.70 s               0.19x',
    '  python x1 (calculated)                    6.79 s                       0.27x',
    'SCORES    pool: parallel efficiency 97 %, Karp-Flatt 0.033',
    'SCORES    ray: inside the cluster 1.75x, efficiency 88 %',
    'FORECAST  local 1.80 s, took as long; pool 900 ms, took 3 % more',
    'RAY       round 1: submit 19.4 ms, pending 1.46 s, driver start 485 ms, warm-up 3.40 s, tasks 3.88 s, rest 466 ms',
    '          0.19x = language 0.27 × inside 1.75 × span share 0.40 (round 1, local 1.80 s)',
    '          Ray 2.60.0, 2 nodes, 2 CPUs: http://127.0.0.1:8265/#/jobs/fibtui-mwt9h1ct-fcc9a311',
    'WORKERS   2 workers = 1.94 the work + 0.06 slower or waiting (2.0x without it) (round 1: local 1.80 s, pool 930 ms)',
    'VERDICT   too few rounds for a verdict (2 of at least 5): pool measured 1.94x against local, of at most 2x with 2 workers; ray measured 0.19x against local; inside the cluster ray is 1.75x faster than Python on one CPU',
    'ADVICE    Little is lost: 1.94 of 2 workers were at work all the time.',
    'ADVICE    ray spent 5.82 s of 9.70 s on start-up (3.40 s warm-up); a task takes 3.77 times as long in Python.',
    '',
  ]);
});

test('in ASCII too', () => {
  const lines = linesOf(onCluster, true);
  assert.equal(
    lines[4],
    'R ray     %%%%%%%%%%%%::::::::::::::::::    9.70 s  9.70 s               0.19x',
  );
  assert.match(
    lines.join('\n'),
    /^ {10}0\.19x = language 0\.27 x inside 1\.75 x span share 0\.40 \(round 1, local 1\.80 s\)$/m,
  );
});

test('on a terminal no time is parted from the name of its phase', () => {
  const lines = summaryOf(report(onCluster), { ascii: false, columns: 80 }).split('\n');
  const first = lines.findIndex((line) => line.startsWith('RAY'));
  assert.deepEqual(lines.slice(first, first + 5), [
    'RAY       round 1: submit 19.4 ms, pending 1.46 s, driver start 485 ms,',
    '          warm-up 3.40 s, tasks 3.88 s, rest 466 ms',
    '          0.19x = language 0.27 × inside 1.75 × span share 0.40 (round 1, local',
    '          1.80 s)',
    '          Ray 2.60.0, 2 nodes, 2 CPUs:',
  ]);
});

test('which pass the phases are of is said where there are several, and of which case', () => {
  const phases = (walls: ProfileRequest['walls']) =>
    linesOf({ walls })
      .filter((line) => line.startsWith('RAY'))
      .map((line) => line.slice(0, line.indexOf('submit')));
  assert.deepEqual(phases({ ray: [9700, 9500, 9600] }), ['RAY       round 3: ']);
  assert.deepEqual(phases({ ray: [9700], 'ray#2': [9600] }), [
    'RAY       ray: ',
    'RAY       ray#2: ',
  ]);
});

/** Ray failed, and these are the last lines of its driver's log. */
const failing = (log: readonly string[]): ProfileRequest => {
  const failure = { code: 'ray-driver-error', message: 'The driver failed.', hint: 'Look.', log };
  return { walls: { local: [100], ray: [() => ({ status: 'failed', failure })] } };
};

test('where Ray failed the last lines of its log stand below the warning, and nothing of its phases', () => {
  assert.deepEqual(linesOf(failing(['Traceback:', '  File\u001B[2J', 'ValueError: no'])).slice(2), [
    'L local   ██████████████████████████████    100 ms  100 ms',
    'R ray     no finished pass',
    'FORECAST  local 16.0 ms, took 525 % more',
    'VERDICT   no verdict: local took 100 ms, and nothing finished beside it to compare with',
    '!         ray, round 1 failed: The driver failed. Look.',
    '            Traceback:',
    '              File [2J',
    '            ValueError: no',
    '',
  ]);
});

test('of a long log the last ten lines are enough', () => {
  const log = Array.from({ length: 50 }, (_, index) => `line ${index + 1}`);
  const lines = linesOf(failing(log)).filter((line) => line.startsWith('            line'));
  assert.equal(lines.length, 10);
  assert.equal(lines.at(-1), '            line 50');
});

test('what may have moved the numbers stands last, the worst first; that all is well does not', () => {
  const conditions = { during: 1000, others: 4000, stolen: 200, throttled: 0, temperature: 50 };
  assert.deepEqual(linesOf({ ...finished, conditions }).slice(-3), [
    'WARN      other programs 25 %: they used the CPUs in a typical round of local; close them and run again',
    'NOTE      steal 1.3 %: the hypervisor gave CPU time to other machines in a typical round of local',
    '',
  ]);
});

test('with bigint what garbage collection took has its line', () => {
  const collected = (planned: Case): PassOutcome => ({
    status: 'finished',
    wall: 100,
    spans: spansOf(tasksOf(planned, 100).map((task) => ({ ...task, collecting: 5 }))),
  });
  const lines = linesOf({
    walls: { local: [collected], pool: [collected] },
    plan: { workload: 'bigint', tasks: 4 },
  });
  assert.deepEqual(
    lines.filter((line) => line.startsWith('GARBAGE')),
    ["GARBAGE   collection took so much of the tasks' time: local 20 %, pool 5 %"],
  );
});
test('what each of several pools lost is said with its name', () => {
  const lines = linesOf({ walls: { local: [100], pool: [30], 'pool#2': [40] } });
  const begins = lines
    .filter((line) => /^(WORKERS|ADVICE)/.test(line))
    .map((line) => line.slice(0, 22));
  assert.deepEqual(begins, [
    'WORKERS   pool: 4 work',
    'WORKERS   pool#2: 4 wo',
    'ADVICE    pool: Most o',
    'ADVICE    pool#2: Most',
  ]);
});

/** What a file, a host or a program may say. */
const foreign = 'a\u001B[2J\u009B1mb\nc\u202Ed 状態フォルダ日本語 Zal\u0301\u0327go '.repeat(4);

const manyReports = (): readonly Report[] => [
  report(finished),
  report(onCluster),
  report(failing(['Traceback:', 'x'.repeat(300), foreign])),
  report({ walls: { local: [100], pool: ['failed'] }, interrupted: true }),
  ...Array.from({ length: 20 }, (_, seed) => randomRun(seed).report),
];

test('no line of a summary is wider than its terminal, whatever stands in it', () => {
  for (const made of manyReports()) {
    const hostile = { ...made, machine: { ...made.machine, cpu: foreign } };
    for (const columns of [40, 41, 59, 60, 79, 80, 81, 100, 132, 200]) {
      for (const found of [made, hostile]) {
        const lines = summaryOf(found, { ascii: columns === 59, columns }).split('\n');
        for (const row of lines) {
          assert.ok(stringWidth(row) <= columns, `${columns}: ${row}`);
          assert.doesNotMatch(row, /[\p{C}\p{Zl}\p{Zp}]/u);
        }
      }
    }
  }
});

test('in 80 columns the first lines break between their parts', () => {
  const wide = { ...finished, plan: { ...finished.plan, workers: 128, tasks: 1_000_000 } };
  const { machine, ...rest } = report(wide);
  const made = { ...rest, machine: { ...machine, cpu: '13th Gen Intel Core i7-13700K' } };
  assert.deepEqual(summaryOf(made, { ascii: false, columns: 80 }).split('\n').slice(0, 4), [
    'fibtui 1.2.3   list   n 50,000   N 1,000,000   P 128   5 rounds',
    '          interval 93.8 %',
    'CPUs      usable 4 = min( online 16, affinity 16, quota 4 )',
    '          13th Gen Intel Core i7-13700K',
  ]);
});
