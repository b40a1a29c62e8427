import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detailsScreen } from '../../helpers/screens/details-screens.ts';
import { cluster, local, pool, ray } from '../../helpers/screens/ray-results.ts';
import { frameText, keysText, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { dealtState, endedState } from '../../helpers/screens/ui-states.ts';

/** Two workers beside another program. */
const dealt = dealtState(
  {
    local: { task: 9 },
    pool: { task: 9.1, waiting: 2.5, dispatch: 0.6, gap: 0.02, tail: 0.1 },
    conditions: {
      local: { during: 1800, own: 1790, others: 10, stolen: 0 },
      pool: { during: 1175, own: 1990, others: 560, stolen: 0 },
    },
  },
  2,
);

/** At ten o'clock, wherever this runs. */
const startedAt = new Date(2026, 10, 23, 10).toISOString();
const two = { ...dealt, profile: { ...dealt.profile!, startedAt } };

const three = endedState({ walls: { local, pool, ray }, plan: { cluster } });

test('the rounds: every one, the speed-ups, the medians, the spread', () => {
  assert.equal(
    frameText(detailsScreen(three, 'rounds'), { rows: 27 }),
    `
╭─ details of the results ─────────────── ROUNDS · accounting · trust · plan ─╮
├─ EVERY ROUND ───────────────────────────────────────────────────────────────┤
│ round   local     pool     ray  local/pool    local/ray                     │
│     1  1.80 s  0.930 s  9.70 s        1.94         0.19 ◄                   │
│     2  1.79 s  0.940 s  9.50 s        1.90         0.19                     │
│     3  1.82 s  0.925 s  10.1 s        1.97         0.18                     │
│     4  1.80 s  0.935 s                1.93                                  │
│     5  1.79 s  0.928 s                1.93 ◄                                │
│ ◄ the middle speed-up: other pages explain this round                       │
├─ SPEED-UP ──────────────────────────────────────────────────────────────────┤
│ pool: 1.93 times as fast as local. 94 % sure: 1.90 to 1.97.                 │
│ ray: 5.39 times as slow as local so far. 3 rounds cannot rule out chance, 2 │
│ more make a verdict.                                                        │
├─ MEDIAN OF THE ROUNDS ──────────────────────────────────────────────────────┤
│ local  1.80 s   94 % sure: 1.79 to 1.82 s   spread ±1.1 %                   │
│ pool   0.930 s   94 % sure: 0.925 to 0.940 s   spread ±1.1 %                │
│ ray    9.70 s   all rounds: 9.50 to 10.1 s   spread ±4.1 %                  │
├─ SPREAD AROUND EACH MEDIAN ─────────────────────────────────────────────────┤
│ local  ················•··•··•··•········•································· │
│ pool   ·················•··•·•·····•·····•································· │
│ ray    •·····················•············································• │
│        -2.1 %                0                                       +4.1 % │
├─ OUTLIERS ──────────────────────────────────────────────────────────────────┤
│ None: no round lies far off the median of its engine.                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 tab next page  d back to the overview  ? help  q quit
`,
  );
});

test('the accounting of two workers, each number with what it means', () => {
  assert.equal(
    frameText(detailsScreen(two, 'accounting')),
    `
╭─ details of the results ─────────────── rounds · ACCOUNTING · trust · plan ─╮
├─ THE TIME OF 2 WORKERS: 2 × 1.16 s = 2.33 s ────────────────────────────────┤
│ in round 3, where local took 1.80 s                                         │
│ the work           1.55   1.80 s  77 %   as long as local takes             │
│ waiting for a CPU  0.43   500 ms  22 %   something else was on it           │
│ everything else    0.02  25.4 ms   1 %   parts below 1 % each               │
├─ EFFICIENCY ────────────────────────────────────────────────────────────────┤
│ efficiency              77 %     speed-up over workers, as a product:       │
│   computation scaling   = 0.78   time in tasks: of local over here          │
│   load balance          × 1.00   mean over most time of a worker in tasks   │
│   orchestration         × 1.00   that most over the whole time              │
│   local's own overhead  × 1.00   local: whole time over time in tasks       │
│ Karp-Flatt              0.292    serial share that would explain it         │
├─ WHAT IT COST ──────────────────────────────────────────────────────────────┤
│ cold start of local   71.0 ms   making its workers, to their first answer   │
│ cold start of pool    88.0 ms   making its workers, to their first answer   │
│ pool paid back after  6 tasks   they save what its start took               │
│ CPU time of pool      1.99 s    11 % more than local with 1.79 s            │
├─ FORECAST ──────────────────────────────────────────────────────────────────┤
│ local  1.80 s   round 3 took 1.80 s, as expected; up to 124 MB of memory    │
│ pool   900 ms   round 3 took 1.16 s, 29 % more; up to 247 MB of memory      │
╰─────────────────────────────────────────────────────────────────────────────╯
 tab next page  d back to the overview  ? help  q quit
`,
  );
});

test('trust in full', () => {
  assert.equal(
    frameText(detailsScreen(two, 'trust')),
    `
╭─ details of the results ─────────────── rounds · accounting · TRUST · plan ─╮
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│ ▲ other programs 24 %: they used the CPUs in a typical round of pool; close │
│   them and run again                                                        │
│ ✓ no steal                                                                  │
│ ✓ no throttling                                                             │
│ ✓ rounds of local vary by ±0.0 %                                            │
│ ? governor: not reported on this machine                                    │
│ ? clock: not reported on this machine                                       │
│ ? temperature: not reported on this machine                                 │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 tab next page  d back to the overview  ? help  q quit
`,
  );
});

test('the plan and the machine', () => {
  assert.equal(
    frameText(detailsScreen(two, 'plan')),
    `
╭─ details of the results ─────────────── rounds · accounting · trust · PLAN ─╮
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ workload  list               keeps every term, a list in memory             │
│ size      50,000 terms       of the sequence that a task computes           │
│ tasks     200                as asked for                                   │
│ local     1 worker           one task after another                         │
│ pool      2 workers          2 tasks at a time                              │
│ rounds    5                  in turns: local, pool, then pool, local, …     │
│ started   2026-11-23 10:00   ran to its end, with fibtui 1.2.3              │
├─ RUN IT AGAIN ──────────────────────────────────────────────────────────────┤
│ fibtui --workload list --size 50000 --tasks 200 --engines local,pool        │
│ --workers 2 --rounds 5                                                      │
├─ MACHINE ───────────────────────────────────────────────────────────────────┤
│ AMD EPYC                                                                    │
│ CPUs    2         2 cores x 1 thread = 2, 1 socket                          │
│ usable  2         the least of 2 online, 2 allowed to this process, no      │
│                   quota                                                     │
│ memory  25.0 GB   22.4 GB free for this run                                 │
│ Node 24.21.0, tinypool 2.2.0, linux 6.1.0 x64                               │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 tab next page  d back to the overview  ? help  q quit
`,
  );
});

test('Ray is accounted for: why it takes so long, whether it is worth it, and each of its phases', () => {
  assert.equal(
    frameText(detailsScreen(three, 'accounting'), { rows: 40 }),
    `
╭─ details of the results ─────────────── rounds · ACCOUNTING · trust · plan ─╮
├─ WHY RAY TAKES 5.39 TIMES AS LONG: round 1, 9.70 s over 1.80 s of local ────┤
│   × 15.1   each task: Python instead of fibtui's WebAssembly                │
│   × 2.50   starting the job: 5.82 s of 9.70 s (pending, warm-up)            │
│   ÷ 7.00   8 CPUs of the cluster instead of 1                               │
├─ IS PARALLELISM ON RAY WORTH IT? ───────────────────────────────────────────┤
│ Yes: inside the cluster 8 CPUs are 7.00 times as fast as 1.                 │
│ Starting the job would matter less with longer tasks: try a size of         │
│ 200,000.                                                                    │
├─ THE TIME OF 2 WORKERS: 2 × 928 ms = 1.86 s ────────────────────────────────┤
│ in round 5, where local took 1.79 s                                         │
│ the work           1.93   1.79 s  97 %   as long as local takes             │
│ slower or waiting  0.07  61.0 ms   3 %   longer in a task than on local     │
│ not reported here: slower side by side, waiting for a CPU, blocked          │
├─ EFFICIENCY ────────────────────────────────────────────────────────────────┤
│ efficiency              97 %     speed-up over workers, as a product:       │
│   computation scaling   = 0.97   time in tasks: of local over here          │
│   load balance          × 1.00   mean over most time of a worker in tasks   │
│   orchestration         × 1.00   that most over the whole time              │
│   local's own overhead  × 1.00   local: whole time over time in tasks       │
│ Karp-Flatt              0.034    serial share that would explain it         │
├─ WHERE THE 9.70 s OF RAY WENT: round 1 ─────────────────────────────────────┤
│ submit        ░···········································   19.4 ms    0 % │
│ pending       ░░░░░░░·····································    1.46 s   15 % │
│ driver start  ·······░░···································    485 ms    5 % │
│ warm-up       ·········░░░░░░░░░░░░░░░····················    3.40 s   35 % │
│ tasks         ························▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··    3.88 s   40 % │
│ rest          ··········································░░    466 ms    5 % │
│ Ray 2.60.0, 2 nodes, 8 CPUs,                                                │
│ http://127.0.0.1:8265/#/jobs/fibtui-mwt9h1ct-fcc9a311                       │
├─ WHAT IT COST ──────────────────────────────────────────────────────────────┤
│ cold start of local   71.0 ms   making its workers, to their first answer   │
│ cold start of pool    88.0 ms   making its workers, to their first answer   │
│ pool paid back after  4 tasks   they save what its start took               │
├─ FORECAST ──────────────────────────────────────────────────────────────────┤
│ local  1.80 s   round 5 took 1.79 s, as expected; up to 124 MB of memory    │
│ pool   900 ms   round 5 took 928 ms, 3 % more; up to 247 MB of memory       │
╰─────────────────────────────────────────────────────────────────────────────╯
 tab next page  d back to the overview  ? help  q quit
`,
  );
});

test('in the smallest window a page scrolls, and in ASCII alone it says the same', () => {
  assert.equal(
    frameText(detailsScreen(three, 'accounting', 3), { columns: 60, rows: 16, ascii: true }),
    `
+- details ---------- rounds > ACCOUNTING > trust > plan -+
|   x 2.50   starting the job: 5.82 s of 9.70 s           |
|   / 7.00   8 CPUs of the cluster instead of 1           |
+- IS PARALLELISM ON RAY WORTH IT? -----------------------+
| Yes: inside the cluster 8 CPUs are 7.00 times as fast   |
| as 1.                                                   |
| Starting the job would matter less with longer tasks:   |
| try a size of 200,000.                                  |
+- THE TIME OF 2 WORKERS: 2 x 928 ms = 1.86 s ------------+
| in round 5, where local took 1.79 s                     |
| the work           1.93   1.79 s  97 %                  |
|   as long as local takes                                |
| slower or waiting  0.07  61.0 ms   3 %                  |
+---------------------------------------------------------+
 tab next page  up/down scroll  . ? all keys  4 to 15 of 52
`,
  );
});

test('a page scrolls no further than to its end', () => {
  const keys = keysText(detailsScreen(three, 'accounting', 999));
  assert.match(keys, /(\d+) to (\d+) of \2$/);
});

test('a round that did not finish says so, and so does one that lies far off', () => {
  const gone = endedState({ walls: { local, pool: [930, 'failed', 925, 'cancelled'] } });
  assert.deepEqual(zoneLines(detailsScreen(gone, 'rounds'), 'page').slice(1, 7), [
    'round   local       pool  speed-up',
    '    1  1.80 s    0.930 s      1.94 ◄',
    '    2  1.79 s     failed',
    '    3  1.82 s    0.925 s      1.97',
    '    4  1.80 s  cancelled',
    '    5  1.79 s',
  ]);
  const off = endedState({ walls: { local, pool: [930, 931, 929, 1500, 930] } });
  assert.deepEqual(zoneLines(detailsScreen(off, 'rounds'), 'page').slice(4, 9), [
    '    3  1.82 s  0.929 s        1.96',
    '    4  1.80 s   1.50 s ▲      1.20',
    '    5  1.79 s  0.930 s        1.93 ◄',
    '◄ the middle speed-up: other pages explain this round',
    '▲ an outlier, far off the median of its engine',
  ]);
});

test('a single round makes no speed-up', () => {
  const single = endedState({ walls: { local: [1800], pool: [900] }, plan: { rounds: 1 } });
  assert.deepEqual(zoneLines(detailsScreen(single, 'rounds'), 'page'), [
    '── EVERY ROUND',
    'round   local     pool',
    '    1  1.80 s  0.900 s',
    '── SPEED-UP',
    'pool: 0.90 s against 1.80 s of local. One round says nothing about chance.',
    '── MEDIAN OF THE ROUNDS',
    'local  1.80 s',
    'pool   0.900 s',
    '── OUTLIERS',
    'It takes 5 rounds to tell one.',
  ]);
});
