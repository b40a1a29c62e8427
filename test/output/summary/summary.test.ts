import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import type { Case } from '../../../source/core/plan/plan.ts';
import type { Waited } from '../../../source/core/plan/settings.ts';
import { doubtsIn } from '../../../source/core/report/findings.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { Report } from '../../../source/core/report/report.ts';
import { painted, paletteOf } from '../../../source/core/text/palette.ts';
import type { Paper } from '../../../source/output/paper.ts';
import { summaryOf } from '../../../source/output/summary/summary.ts';
import {
  calibrationWith,
  machineWith,
  profileStateWith,
  tasksOf,
  stateWith,
  type ProfileRequest,
} from '../../helpers/profiles/profiles.ts';

function report(request: ProfileRequest, waited?: Waited): Report {
  const { plan, ...rest } = profileStateWith(request);
  const profile = { ...rest, plan: waited ? { ...plan, waited } : plan };
  const calibrations = { list: request.plan?.calibration ?? calibrationWith() };
  const found = reportOf(stateWith({ machine: machineWith(), calibrations, profile }), '1.2.3');
  assert.ok(found);
  return found;
}

/** Without the command, which `summary-command.test.ts` has. */
const linesOf = (request: ProfileRequest, ascii = false): readonly string[] =>
  summaryOf(report(request), { ascii })
    .replace(/^Again:.*\n( {9}.*\n)*/m, '')
    .split('\n');

/** T(n) = 3.6 ps · n²: 9 ms for 50,000 terms. */
const calibration = calibrationWith({ a: 0, b: 0, c: 3.6e-9 });

const finished: ProfileRequest = {
  walls: { local: [1791, 1800, 1820, 1795, 1805], pool: [482, 484, 487, 483, 485] },
  plan: { size: 50_000, tasks: 200, calibration },
  coldStart: { local: 71, pool: 88 },
};

test('a finished run is its bars, where the workers were, trust, what to try, and last the verdict', () => {
  assert.deepEqual(linesOf(finished), [
    'fibtui 1.2.3   list, 50,000 terms, 200 tasks, 5 rounds',
    '         AMD EPYC 9554, 4 of 16 CPUs',
    '',
    '  local   1.80 s   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇',
    '  pool    0.48 s   ▇▇▇▇▇▇▇▇▇▇▇                                3.72 times as fast',
    '',
    '  4 workers = 3.72 the work + 0.28 slower or waiting',
    '  without "slower or waiting" it would be 4.0 times as fast',
    '  starting the workers of pool pays off after 3 tasks',
    '',
    'Trust:   not known: nothing was sampled around the rounds',
    'Next:    Every task writes 112 MB, and all 4 workers share one memory. To check,',
    '         add --workload pair: the same run with pair, which uses almost no',
    '         memory.',
    'VERDICT  pool is 3.72 times as fast as local (3.72 to 3.74, 94 % sure; limit 4)',
    '',
  ]);
});

test('ASCII draws the same bars with other characters', () => {
  assert.deepEqual(linesOf(finished, true).slice(3, 5), [
    '  local   1.80 s   ========================================',
    '  pool    0.48 s   ===========                                3.72 times as fast',
  ]);
});

test('ASCII means that not a character is beyond it', () => {
  const failed: ProfileRequest = { walls: { local: [100], pool: ['failed'] }, interrupted: true };
  for (const request of [finished, failed, onCluster, failing(['größer'])]) {
    const text = summaryOf(report(request), { ascii: true });
    assert.deepEqual(text.match(/[^\n -~]/g), null);
  }
});

test('the title says with which machine, and where the number of tasks comes from', () => {
  const title = (tasks: 'auto' | 'cpus') => {
    const { machine, ...rest } = report({
      walls: { local: [100] },
      plan: { tasks, size: 50_000 },
    });
    const made = { ...rest, machine: { ...machine, cpu: 'AMD EPYC' } };
    return summaryOf(made, { ascii: false, columns: 100 }).split('\n')[0];
  };
  const machine = 'AMD EPYC, 4 of 16 CPUs';
  assert.equal(
    title('auto'),
    `fibtui 1.2.3   list, 50,000 terms, 200 tasks (auto), 1 round   ${machine}`,
  );
  assert.equal(
    title('cpus'),
    `fibtui 1.2.3   list, 50,000 terms, 4 tasks (cpus), 1 round   ${machine}`,
  );
});

test('that a cluster asks for more tasks than auto has is said', () => {
  const ray = { at: 'http://10.0.0.7:8265', from: '--ray' };
  const title = (cpus: number) =>
    linesOf({
      walls: { local: [100] },
      plan: {
        tasks: 'auto',
        size: 50_000,
        engines: ['local', 'ray'],
        ray,
        cluster: { at: ray.at, cpus, here: false },
      },
    })
      .slice(0, 2)
      .join(' ')
      .replaceAll(/.*terms, |, 1\b.*/g, '');
  assert.equal(title(640), '640 tasks (auto: one per CPU of the cluster)');
  assert.equal(title(64), '200 tasks (auto)');
});

/** The bars and the last line. */
const answerOf = (request: ProfileRequest): readonly (string | undefined)[] => {
  const lines = linesOf(request);
  const verdict = lines.findIndex((line) => line.startsWith('VERDICT'));
  return [...lines.filter((line) => line.startsWith('  pool  ')), ...lines.slice(verdict, -1)];
};

const five = (wall: number) => [wall, wall, wall, wall, wall];

test('the speed-up stands beside its bar in every state', () => {
  assert.deepEqual(answerOf({ walls: { local: five(100), pool: five(253) } }), [
    '  pool    253 ms   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇   2.53 times as slow',
    'VERDICT  pool is 2.53 times as slow as local (2.53 to 2.53, 94 % sure)',
  ]);
  assert.deepEqual(answerOf({ walls: { local: [93, 95, 100, 105, 112], pool: five(100) } }), [
    '  pool    100 ms   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇   cannot tell',
    'VERDICT  cannot tell: pool is 7 % slower to 12 % faster than local (94 % sure)',
  ]);
  assert.deepEqual(answerOf({ walls: { local: five(100), pool: five(100) } }), [
    '  pool    100 ms   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇   the same, within 5 %',
    'VERDICT  pool is as fast as local, within 5 % (94 % sure)',
  ]);
  assert.deepEqual(answerOf({ walls: { local: five(500), pool: five(100) } }).slice(0, 1), [
    '  pool    100 ms   ▇▇▇▇▇▇▇▇                                 ▲ 5.00 times as fast',
  ]);
});

test('a case whose passes failed says so, and the failure stands above the verdict', () => {
  assert.deepEqual(linesOf({ walls: { local: [100, 102], pool: ['failed', 'failed'] } }), [
    'fibtui 1.2.3   list, 1,000 terms, 8 tasks, 2 rounds',
    '         AMD EPYC 9554, 4 of 16 CPUs',
    '',
    '  local   100 ms   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇',
    '  pool    no round finished',
    '',
    'Failed:  pool, rounds 1 and 2 failed: pool: worker 2 died. Run it again with',
    '         fewer workers.',
    'Trust:   not known: nothing was sampled around the rounds',
    'VERDICT  no verdict: local took 100 ms, and nothing else finished',
    '',
  ]);
});

test('an interrupted run counts what had finished and says so', () => {
  const walls = { local: [100, 102, 104], pool: [50, 'cancelled', undefined] } as const;
  assert.deepEqual(linesOf({ walls, interrupted: true }), [
    'fibtui 1.2.3   list, 1,000 terms, 8 tasks, 3 rounds',
    '         AMD EPYC 9554, 4 of 16 CPUs',
    'stopped after 1 of 3 rounds: only what had finished counts',
    '',
    '  local    100 ms   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇',
    '  pool    50.0 ms   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇',
    '',
    '  4 workers = 2.00 the work + 2.00 slower or waiting',
    '',
    'Trust:   not known: nothing was sampled around the rounds',
    'Next:    Add --rounds 6: enough for a verdict.',
    '         Most of the loss is "slower or waiting" (2.00 of 4 workers). Nothing',
    '         measured on this machine explains it.',
    'VERDICT  pool took 50.0 ms, local 100 ms: one round makes no verdict',
    '',
  ]);
});

test('what was interrupted before its first pass ended still has a summary', () => {
  const walls = { local: ['cancelled'], pool: [undefined] } as const;
  assert.deepEqual(linesOf({ walls, interrupted: true }).slice(1, -1), [
    'stopped after 0 of 1 round: only what had finished counts',
    '',
    '  local   no round finished',
    '  pool    no round finished',
    '',
    'Trust:   not known: nothing was sampled around the rounds',
    'Next:    Run the same again.',
    'VERDICT  no verdict: no round finished',
  ]);
});

test('an engine that stands twice has a line each, one below the other', () => {
  const walls = { local: [100], 'local#2': [100], 'local#3': [100] };
  const names = linesOf({ walls }).map((line) => line.slice(0, 21));
  assert.deepEqual(names.slice(2, 5), [
    '  local     100 ms   ',
    '  local#2   100 ms   ',
    '  local#3   100 ms   ',
  ]);
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

test('Ray has its bar with a faint end, the factors that make it, whether it is worth it, and its job', () => {
  assert.deepEqual(linesOf(onCluster).slice(3, -1), [
    '  local       1.80 s   ▇▇▇▇▇',
    '  pool        0.93 s   ▇▇▇                             1.94 times as fast so far',
    '  ray         9.70 s   ▇▇▇▇▇▇▇▇▇▇▇▇░░░░░░░░░░░░░░░░░   5.39 times as slow so far',
    '  python x1   6.79 s   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇            calculated',
    '',
    '  2 workers = 1.94 the work + 0.06 slower or waiting',
    '  without "slower or waiting" it would be 2.0 times as fast',
    '',
    '  ray takes 5.39 times as long as local (round 1: 9.70 s over 1.80 s)',
    "    × 3.77   each task: Python instead of fibtui's WebAssembly",
    '    × 2.50   starting the job: 5.82 s of 9.70 s (pending, warm-up)',
    '    ÷ 1.75   2 CPUs of the cluster instead of 1',
    '  Is parallelism on Ray worth it? Yes: inside the cluster 2 CPUs are 1.75 times',
    '  as fast as 1. Starting the job would matter less with longer tasks: try a size',
    '  of 200,000.',
    '  Ray 2.60.0, 2 nodes, 2 CPUs:',
    '  http://127.0.0.1:8265/#/jobs/fibtui-mwt9h1ct-fcc9a311',
    '',
    'Trust:   not known: nothing was sampled around the rounds',
    'Next:    Add --rounds 5: enough for a verdict.',
    '         Little is lost: 1.94 of 2 workers were at work all the time.',
    'VERDICT  pool is 1.94 times as fast so far; ray is 5.39 times as slow so far: 2',
    '         rounds cannot rule out chance; inside the cluster ray is 1.75 times as',
    '         fast as Python on one CPU',
  ]);
});

test('without a factor the phases of a pass on Ray say where its time went', () => {
  const lines = linesOf({ walls: { ray: [9700] }, plan: { engines: ['ray'] } });
  const phases = lines.filter((line) => line.startsWith('  ray: ')).join('');
  assert.match(phases, /^ {2}ray: submit [\d.]+ ms, pending [\d.]+ s, driver start /);
});

/** Ray failed, and these are the last lines of its driver's log. */
const failing = (log: readonly string[]): ProfileRequest => {
  const failure = { code: 'ray-driver-error', message: 'The driver failed.', hint: 'Look.', log };
  return { walls: { local: [100], ray: [() => ({ status: 'failed', failure })] } };
};

test('where Ray failed the last lines of its log stand below the failure, and nothing of its phases', () => {
  assert.deepEqual(
    linesOf(failing(['Traceback:', '  File\u001B[2J', 'ValueError: no'])).slice(2, -2),
    [
      '  local   100 ms   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇',
      '  ray     no round finished',
      '',
      'Failed:  ray, round 1 failed: The driver failed. Look.',
      '           Traceback:',
      '             File [2J',
      '           ValueError: no',
      'Trust:   not known: nothing was sampled around the rounds',
    ],
  );
});

test('the runner of GitHub Actions finds no command in what failed', () => {
  const log = [
    '::stop-commands::x',
    '\u00A0 ::add-mask::1',
    'a ##[add-mask]1',
    'fe80::1 ##\u200B[b',
  ];
  const text = summaryOf(report(failing(log)), { ascii: false, forRunner: true });
  assert.deepEqual(
    text.split('\n').filter((line) => /::|##/.test(line)),
    [
      String.raw`           \::stop-commands::x`,
      `           \u00A0 ${String.raw`\::add-mask::1`}`,
      String.raw`           a ##\[add-mask]1`,
      String.raw`           fe80::1 ##\[b`,
    ],
  );
  assert.match(summaryOf(report(failing(log)), { ascii: false }), /^ {11}::stop-commands::x$/m);
});

test('a command that would be printed with other characters is not printed', () => {
  const again = (ca: string, paper: Omit<Paper, 'columns'>) => {
    const made = { ...report(finished), command: `fibtui --ray-ca ${ca}` };
    const text = summaryOf(made, { ...paper, columns: 200 });
    return /^Again: {3}(.*)$/m.exec(stripVTControlCharacters(text))?.[1];
  };
  const none =
    'The command has characters that cannot be printed here: --json has it, as "command".';
  const [ascii, all] = [{ ascii: true }, { ascii: false }];
  assert.equal(again("'/home/jürgen/ca.pem'", all), "fibtui --ray-ca '/home/jürgen/ca.pem'");
  assert.equal(again("'/home/jürgen/ca.pem'", ascii), none);
  assert.equal(again("'/home/ju\u0308rgen/ca.pem'", all), none);
  assert.equal(again("'/home/a\tb'", all), none);
  assert.equal(again("'/home/##[a'", all), "fibtui --ray-ca '/home/##[a'");
  assert.equal(again("'/home/##[a'", { ...all, forRunner: true }), none);
  const palette = paletteOf({ background: 'dark', colours: 'all' });
  assert.equal(again('/home/ca.pem', { ...ascii, palette }), 'fibtui --ray-ca /home/ca.pem');
});

test('of a long log the last ten lines are enough', () => {
  const log = Array.from({ length: 50 }, (_, index) => `line ${index + 1}`);
  const lines = linesOf(failing(log)).filter((line) => line.startsWith('           line'));
  assert.equal(lines.length, 10);
  assert.equal(lines.at(-1), '           line 50');
});

/** What stands behind a label, in one row. */
const textOf = (label: string, request: ProfileRequest): string =>
  new RegExp(`^${label} +(.*(?:\n {9}.*)*)`, 'm')
    .exec(linesOf(request).join('\n'))?.[1]
    ?.replaceAll(/\n +/g, ' ') ?? '';

test('what may have moved the numbers is said, the worst first, and what to do about it', () => {
  const conditions = { during: 1000, others: 4000, stolen: 200, throttled: 0, temperature: 50 };
  const request = { ...finished, conditions };
  assert.match(textOf('Trust:', request), /^other programs 25 %.*steal 1\.3 %/);
  assert.match(
    textOf('Next:', request),
    /^This machine was too busy: other programs 25 %\. Run again when it is quiet\./,
  );
});

test('that all is well is said in a line', () => {
  const conditions = { during: 1000, others: 10, stolen: 0, throttled: 0, temperature: 50 };
  assert.match(textOf('Trust:', { ...finished, conditions }), /^other programs 0 %, no steal, /);
});

test('that the machine did not become quiet is a doubt about the numbers, not a failure', () => {
  const walls = { local: five(1000), pool: [500, 'cancelled', undefined] } as const;
  const waited = { time: 60_000, quiet: false, others: 0.312 };
  const made = report({ walls, interrupted: true }, waited);
  const text = summaryOf(made, { ascii: false, columns: 200 });
  assert.doesNotMatch(text, /^Failed:/m);
  assert.match(
    text,
    /^Trust: {3}the machine did not become quiet: other programs still used 31 %/m,
  );
  assert.match(text, /^Next: {4}Run again to the end/m);
  assert.equal(doubtsIn(made)[0]?.brief, 'the machine did not become quiet');
});

test('a difference that is not decided has what would decide it', () => {
  const [local, pool] = [[93, 95, 100, 105, 112], five(100)];
  const next = (scale: number) =>
    textOf('Next:', {
      walls: { local: local.map((wall) => wall * scale), pool: pool.map((wall) => wall * scale) },
    });
  assert.match(next(1), /^100 ms is too short to tell: add a larger --size\./);
  assert.match(next(10), /^Add --rounds 10: more of them, on a quiet machine, would tell\./);
  assert.match(
    textOf('Next:', { walls: { local: five(100), pool: five(253) } }),
    /^One by one is faster here\. /,
  );
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
    lines.filter((line) => line.includes('arbage')),
    ['  garbage collection, of the time in tasks: local 20 %, pool 5 %'],
  );
});

test('why the limit is below the workers is said, and what a speed-up above it means', () => {
  const why = (request: ProfileRequest) =>
    linesOf(request).find((line) => /limit|can give/.test(line));
  assert.equal(
    why({ walls: { local: five(100), pool: five(50) }, plan: { workers: 8 } }),
    '  the limit is 4 times: 8 workers share 4 CPUs',
  );
  assert.equal(
    why({ walls: { local: five(500), pool: five(100) } }),
    '  more than 4 workers can give: the machine changed meanwhile',
  );
});

test('what each of several pools lost is said with its name', () => {
  const lines = linesOf({ walls: { local: [100, 100], pool: [30, 30], 'pool#2': [40, 40] } });
  assert.deepEqual(
    lines.filter((line) => line.includes(' workers = ')).map((line) => line.slice(0, 22)),
    ['  pool: 4 workers = 3.', '  pool#2: 4 workers = '],
  );
});

test('in a narrow terminal the speed-up stands below its bar, and a factor of Ray beside its reason', () => {
  const lines = summaryOf(report(onCluster), { ascii: false, columns: 40 }).split('\n');
  const from = (start: string) => lines.findIndex((line) => line.startsWith(start));
  const bars = from('  local ');
  assert.deepEqual(lines.slice(bars, bars + 5), [
    '  local       1.80 s   ▇▇▇',
    '  pool        0.93 s   ▇▇',
    '         1.94 times as fast so far',
    '  ray         9.70 s   ▇▇▇▇▇▇▇░░░░░░░░░░',
    '         5.39 times as slow so far',
  ]);
  const factors = from('    × 2.50');
  assert.deepEqual(lines.slice(factors, factors + 2), [
    '    × 2.50   starting the job: 5.82 s of',
    '             9.70 s (pending, warm-up)',
  ]);
});

test('a row of workers that is too long goes on below its first number', () => {
  const lines = summaryOf(report(finished), { ascii: false, columns: 40 }).split('\n');
  const first = lines.findIndex((line) => line.includes(' workers = '));
  assert.deepEqual(lines.slice(first, first + 4), [
    '  4 workers = 3.72 the work',
    '              + 0.28 slower or waiting',
    '  without "slower or waiting" it would',
    '  be 4.0 times as fast',
  ]);
});

test('on a terminal the answer has its colour, and elsewhere nothing has one', () => {
  const palette = paletteOf({ background: 'dark', colours: 'all' });
  const coloured = summaryOf(report(finished), { ascii: false, columns: 80, palette });
  assert.ok(coloured.includes(painted('3.72 times as fast', 'answer', palette)));
  assert.ok(coloured.includes(painted('VERDICT  ', 'strong', palette)));
  // eslint-disable-next-line no-control-regex
  const plain = coloured.replaceAll(/\u001B\[[\d;]*m/g, '').replaceAll(/ +$/gm, '');
  assert.equal(plain, summaryOf(report(finished), { ascii: false }));
  const none = paletteOf({ background: 'dark', colours: 'none' });
  assert.equal(summaryOf(report(finished), { ascii: false, palette: none }), plain);
});

test('a row that is too wide keeps its colours', () => {
  const palette = paletteOf({ background: 'dark', colours: 'all' });
  const narrow = summaryOf(report(finished), { ascii: false, columns: 40, palette });
  assert.ok(
    narrow.includes(`\n${' '.repeat(9)}${painted('3.72 times as fast', 'answer', palette)}\n`),
  );
  assert.ok(narrow.includes(painted('fibtui 1.2.3', 'strong', palette)));
});
