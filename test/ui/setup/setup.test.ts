import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState, type State } from '../../../source/core/profile/state.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';
import { sampledLoad } from '../../helpers/screens/sampled-load.ts';
import { lastRunsOf, savedRun } from '../../helpers/screens/saved-runs-of-plan.ts';
import { sessionState, setupScreen } from '../../helpers/screens/ui-states.ts';
import { form } from '../../helpers/screens/plain-setup.ts';

/** A quiet machine that had a busy moment. */
const samples = [0.02, 0.04, 0.1, 0.4, 1, 1.2, 0.9, 0.2, 0.04, 0.04].flatMap((busy) =>
  Array<number>(6).fill(busy),
);

const loaded = (cpus: number, given: Partial<State> = {}): State =>
  sessionState(cpus, { ...sampledLoad(cpus, samples), ...given });

const smallest = { columns: 60, rows: 16 };
const large = { columns: 120, rows: 40 };
const huge = { columns: 200, rows: 50 };

test('before anything is known the plan stands there, and what is awaited', () => {
  assert.equal(
    frameText(setupScreen(initialState, form)),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ detecting the machine                                                       │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s                                n/a of 1 busy                      │
│ each now  ·                                                                 │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     auto            sequences to compute: auto                      │
│   Workers   1               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│   Ray       [ ] off         space switches it on                            │
│                                                                             │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│                                                                             │
│                                                                             │
│ Memory: 112 MB for each task                                                │
│   timing list on one worker, for a forecast                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   nothing is known yet                                                      │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('before the calibration only the times are missing', () => {
  assert.equal(
    frameText(setupScreen(loaded(2, { calibrations: {} }), form)),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                     │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣤⣤⣤⣤⣤⣤⣤⣤⣄⣀⣀⣀⣀⣀⣀⣀⣀⡀   0.0 of 2 busy   ✓ quiet            │
│ each now  ▁·   22.4 GB of memory free                                       │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     100             sequences: auto, 50 for each CPU                │
│   Workers   2               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│   Ray       [ ] off         space switches it on                            │
│                                                                             │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ 100 sequences of 50,000 terms, one after another (local) and 2 at a time    │
│ (pool), five times in turns.                                                │
│ Memory: 371 MB at once, 2 % of what is free   112 MB for each task          │
│   timing list on one worker, for a forecast                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('a workload that could not be timed has no forecast', () => {
  assert.equal(
    frameText(setupScreen(loaded(2, { calibrations: {}, uncalibrated: ['list'] }), form)),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                     │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣤⣤⣤⣤⣤⣤⣤⣤⣄⣀⣀⣀⣀⣀⣀⣀⣀⡀   0.0 of 2 busy   ✓ quiet            │
│ each now  ▁·   22.4 GB of memory free                                       │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     100             sequences: auto, 50 for each CPU                │
│   Workers   2               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│   Ray       [ ] off         space switches it on                            │
│                                                                             │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ 100 sequences of 50,000 terms, one after another (local) and 2 at a time    │
│ (pool), five times in turns.                                                │
│ Memory: 371 MB at once, 2 % of what is free   112 MB for each task          │
│ list could not be timed: no forecast                                        │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('the machine, its load, the plan and what will happen', () => {
  assert.equal(
    frameText(setupScreen(loaded(2), form)),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                     │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣤⣤⣤⣤⣤⣤⣤⣤⣄⣀⣀⣀⣀⣀⣀⣀⣀⡀   0.0 of 2 busy   ✓ quiet            │
│ each now  ▁·   22.4 GB of memory free                                       │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     100             sequences: auto, 50 for each CPU                │
│   Workers   2               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│   Ray       [ ] off         space switches it on                            │
│                                                                             │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ 100 sequences of 50,000 terms, one after another (local, about 0.90 s) and  │
│ 2 at a time (pool, about 0.45 s), five times in turns.                      │
│ About 6.8 s in all   Memory: 371 MB at once, 2 % of what is free            │
│ No run of this plan is saved from this machine yet.                         │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('the last run of the plan says how it ended, and gives its times', () => {
  assert.equal(
    frameText(setupScreen(loaded(2), form, { lastRuns: lastRunsOf(savedRun(50, 1.73)) })),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                     │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣤⣤⣤⣤⣤⣤⣤⣤⣄⣀⣀⣀⣀⣀⣀⣀⣀⡀   0.0 of 2 busy   ✓ quiet            │
│ each now  ▁·   22.4 GB of memory free                                       │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     100             sequences: auto, 50 for each CPU                │
│   Workers   2               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│   Ray       [ ] off         space switches it on                            │
│                                                                             │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ 100 sequences of 50,000 terms, one after another (local, about 1.2 s) and 2 │
│ at a time (pool, about 0.67 s), five times in turns.                        │
│ About 9.2 s in all   Memory: 371 MB at once, 2 % of what is free            │
│ Last time, 2 days ago: 1.73 times as fast (1.65 to 1.85)                    │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('the smallest window keeps every field, the load in a row and the times', () => {
  assert.equal(
    frameText(setupScreen(loaded(2), form), smallest),
    `
╭─ fibtui ──────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                 │
│ ⣀⣀⣀⣀⣀⣀⣤⣤⣤⣤⣄⣀⣀⣀⣀  0.0 of 2 CPUs busy  ✓ quiet            │
│ > Size      50,000 terms    in each Fibonacci sequence  │
│   Tasks     100             auto: 50 for each CPU       │
│   Workers   2               threads, one per usable CPU │
│   Rounds    5               the engines take turns      │
│   Workload  list            keeps every term            │
│   Engines   [x] local  [x] pool  [ ] python             │
│   Ray       [ ] off         space switches it on        │
│                                                         │
│ local 0.90 s, pool 0.45 s: about 6.8 s in all           │
│ Memory: 371 MB at once, 2 % of what is free             │
╰─────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('a large window has more of the load, of trust and of the last runs', () => {
  assert.equal(
    frameText(
      setupScreen(loaded(2), form, {
        lastRuns: lastRunsOf(
          savedRun(0.5, 1.73),
          savedRun(50, 1.02),
          savedRun(500, 1.7, { finished: false }),
        ),
      }),
      large,
    ),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                                                             │
│ Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64   25.0 GB of memory                                                 │
├─ CPU LOAD, LAST 30 s ───────────────────────────────────────────────────────────────────────────────────────────────┤
│ 2 busy                                                                                                 0.0 of 2 now │
│                                                      ⢠⣤⣤⣤⣤⣤⣤⣤⣤⣄                                                     │
│ 1 busy                                      ⣼⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣶⣶⣶⣶⣶⣶⣶⣶⣶                                            │
│        ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣶⣶⣶⣶⣶⣶⣶⣶⣶⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣦⣤⣤⣤⣤⣤⣤⣤⣤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀                │
│ cpu0 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣠⣤⣤⣤⣤⣤⣤⣤⣤⣤⣼⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣧⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   4 % │
│ cpu1 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 % │
│ ✓ quiet   22.4 GB of memory free                                                                                    │
├─ PLAN ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                                                              │
│   Tasks     100             sequences: auto, 50 for each CPU                                                        │
│   Workers   2               threads, one per usable CPU                                                             │
│   Rounds    5               in each, every engine does all tasks                                                    │
│   Workload  list            keeps every term, a list in memory                                                      │
│   Engines   [x] local  [x] pool  [ ] python                                                                         │
│   Ray       [ ] off         space switches it on                                                                    │
│                                                                                                                     │
│                                                                                                                     │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────────────────────────────────────────────┤
│ 100 sequences of 50,000 terms, one after another (local, about 1.2 s) and 2 at a time (pool, about 0.67 s), five    │
│ times in turns.                                                                                                     │
│ About 9.2 s in all   Memory: 371 MB at once, 2 % of what is free   112 MB for each task                             │
│ Last time, 30 minutes ago: 1.73 times as fast (1.65 to 1.85)                                                        │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %                                                                                              │
│   ✓ no steal                                                                                                        │
│   ✓ no throttling                                                                                                   │
│     not reported on this machine: governor                                                                          │
├─ LAST RUNS OF THIS PLAN ────────────────────────────────────────────────────────────────────────────────────────────┤
│   30 minutes ago   local 1.16 s   pool 671 ms   5 rounds      1.73 times as fast   1.65 to 1.85                     │
│   2 days ago       local 1.16 s   pool 1.14 s   5 rounds      cannot tell          6 % slower to 14 % faster        │
│   20 days ago      local 1.16 s   pool 682 ms   interrupted   1.70 times as fast   1.62 to 1.82                     │
│                                                                                                                     │
│                                                                                                                     │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('the largest window explains its words', () => {
  assert.equal(
    frameText(setupScreen(loaded(2), form), huge),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                                                                                                                                             │
│ Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64   25.0 GB of memory                                                                                                                                 │
├─ CPU LOAD, LAST 30 s ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ 2 busy                                                                                                                                                                                 0.0 of 2 now │
│                                                                                                                                                                                                     │
│                                                                                              ⢠⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣄                                                                                     │
│ 1 busy                                                                      ⣸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶                                                                    │
│                                                            ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿                                                                    │
│        ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣠⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣧⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣄⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀                │
│ cpu0 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣠⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣼⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣧⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   4 % │
│ cpu1 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 % │
│ ✓ quiet   22.4 GB of memory free                                                                                                                                                                    │
├─ PLAN ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                                                                                                                                              │
│   Tasks     100             sequences: auto, 50 for each CPU                                                                                                                                        │
│   Workers   2               threads, one per usable CPU                                                                                                                                             │
│   Rounds    5               in each, every engine does all tasks                                                                                                                                    │
│   Workload  list            keeps every term, a list in memory                                                                                                                                      │
│   Engines   [x] local  [x] pool  [ ] python                                                                                                                                                         │
│   Ray       [ ] off         space switches it on                                                                                                                                                    │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ 100 sequences of 50,000 terms, one after another (local, about 0.90 s) and 2 at a time (pool, about 0.45 s), five times in turns.                                                                   │
│ About 6.8 s in all   Memory: 371 MB at once, 2 % of what is free   112 MB for each task                                                                                                             │
│ No run of this plan is saved from this machine yet.                                                                                                                                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %                                                                                                                                                                              │
│   ✓ no steal                                                                                                                                                                                        │
│   ✓ no throttling                                                                                                                                                                                   │
│     not reported on this machine: governor                                                                                                                                                          │
├─ THE WORDS ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   sequence  the Fibonacci numbers up to a length: one task, computed by one worker                                                                                                                  │
│   local     one worker computes all tasks, one after another: the others are compared with it                                                                                                       │
│   pool      several threads of this machine share the same tasks                                                                                                                                    │
│   python    one Python process of this machine computes all tasks, one after another, without Ray                                                                                                   │
│   Ray       a Ray cluster computes the same tasks, in Python, as one of its jobs                                                                                                                    │
│   round     each engine computes all tasks once; the order changes from round to round                                                                                                              │
│   speed-up  how many times as fast as local: the middle one of the rounds, and how sure that is                                                                                                     │
│   worker    a thread of the pool, or a process on the cluster: it takes one task at a time                                                                                                          │
│   trust     what else is going on here that could spoil the times                                                                                                                                   │
│   quiet     other programs use less than 5 % of the CPUs                                                                                                                                            │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('ASCII alone', () => {
  assert.equal(
    frameText(setupScreen(loaded(2), form), { ascii: true }),
    `
+- fibtui -------------------------------------------- SETUP > run > results -+
| AMD EPYC   2 of 2 CPUs usable (2 cores)                                     |
+- CPU LOAD ------------------------------------------------------------------+
| last 30 s ..........::::::::..........   0.0 of 2 busy   + quiet            |
| each now  1.   22.4 GB of memory free                                       |
+- PLAN ----------------------------------------------------------------------+
| > Size      50,000 terms    in each Fibonacci sequence                      |
|   Tasks     100             sequences: auto, 50 for each CPU                |
|   Workers   2               threads, one per usable CPU                     |
|   Rounds    5               in each, every engine does all tasks            |
|   Workload  list            keeps every term, a list in memory              |
|   Engines   [x] local  [x] pool  [ ] python                                 |
|   Ray       [ ] off         space switches it on                            |
|                                                                             |
+- WHAT WILL HAPPEN ----------------------------------------------------------+
| 100 sequences of 50,000 terms, one after another (local, about 0.90 s) and  |
| 2 at a time (pool, about 0.45 s), five times in turns.                      |
| About 6.8 s in all   Memory: 371 MB at once, 2 % of what is free            |
| No run of this plan is saved from this machine yet.                         |
+- TRUST ---------------------------------------------------------------------+
|   + other programs 3 %   + no steal   + no throttling                       |
+-----------------------------------------------------------------------------+
 enter run  up/down field  left/right change  0-9 type  ? help  q quit
`,
  );
});

test('on a busy machine the keys offer to wait', () => {
  assert.equal(
    frameText(setupScreen(loaded(2, { otherLoad: { others: 0.31, stolen: 0 } }), form)),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                     │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣤⣤⣤⣤⣤⣤⣤⣤⣄⣀⣀⣀⣀⣀⣀⣀⣀⡀   0.0 of 2 busy   ▲ others use 31 %  │
│ each now  ▁·   22.4 GB of memory free                                       │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     100             sequences: auto, 50 for each CPU                │
│   Workers   2               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│   Ray       [ ] off         space switches it on                            │
│                                                                             │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ 100 sequences of 50,000 terms, one after another (local, about 0.90 s) and  │
│ 2 at a time (pool, about 0.45 s), five times in turns.                      │
│ About 6.8 s in all   Memory: 371 MB at once, 2 % of what is free            │
│ No run of this plan is saved from this machine yet.                         │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ▲ other programs 31 %   ✓ no steal   ✓ no throttling                      │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter runs anyway  w waits until it is quiet  ↑/↓ field  … ? all keys
`,
  );
});

test('a start that waits for a quiet machine says for what, and for how long', () => {
  assert.equal(
    frameText(
      setupScreen(
        loaded(2, {
          otherLoad: { others: 0.31, stolen: 0 },
          quietWait: { since: 0, most: 60_000 },
        }),
        form,
        { place: 'preparing', now: 18_000 },
      ),
    ),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                     │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣤⣤⣤⣤⣤⣤⣤⣤⣄⣀⣀⣀⣀⣀⣀⣀⣀⡀   0.0 of 2 busy   ▲ others use 31 %  │
│ each now  ▁·   22.4 GB of memory free                                       │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     100             sequences: auto, 50 for each CPU                │
│   Workers   2               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│   Ray       [ ] off         space switches it on                            │
│ Waiting for a quiet machine. Other programs use 31 % of the CPUs; the run   │
│ begins when they have used less than 5 % for 5 s, or in any case in 42 s.   │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ 100 sequences of 50,000 terms, one after another (local, about 0.90 s) and  │
│ 2 at a time (pool, about 0.45 s), five times in turns.                      │
│ About 6.8 s in all   Memory: 371 MB at once, 2 % of what is free            │
│ No run of this plan is saved from this machine yet.                         │
│   ▲ other programs 31 %   ✓ no steal   ✓ no throttling                      │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run now  esc cancel  ctrl+c quit
`,
  );
});
