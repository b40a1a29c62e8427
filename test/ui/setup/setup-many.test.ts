import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { State } from '../../../source/core/profile/state.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';
import { sampledLoad } from '../../helpers/screens/sampled-load.ts';
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

test('16 CPUs have a cell each', () => {
  assert.equal(
    frameText(setupScreen(loaded(16), form)),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   16 of 16 CPUs usable (8 cores, 2 threads each)                   │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀    0.0 of 16 busy   ✓ quiet            │
│ each now  ▁······· ········   22.4 GB of memory free                        │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     160             sequences: auto, 10 for each CPU                │
│   Workers   16              threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│   Ray       [ ] off         space switches it on                            │
│                                                                             │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ 160 sequences of 50,000 terms, one after another (local, about 1.4 s) and   │
│ 16 at a time (pool, about 90 ms), five times in turns.                      │
│ About 7.7 s in all   Memory: 2.10 GB at once, 9 % of what is free           │
│ No run of this plan is saved from this machine yet.                         │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('128 CPUs count for the least, the median and the most, and their memory is warned of', () => {
  assert.equal(
    frameText(setupScreen(loaded(128), form)),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   128 of 128 CPUs usable (64 cores, 2 threads each)                │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀     0.0 of 128 busy   ✓ quiet            │
│ each now  least   0 %   median   0 %   most   4 %   22.4 GB of memory free  │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     512             sequences: auto, 4 for each CPU                 │
│   Workers   128             threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│   Ray       [ ] off         space switches it on                            │
│                                                                             │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ 512 sequences of 50,000 terms, one after another (local, about 4.6 s) and   │
│ 128 at a time (pool, about 36 ms), five times in turns.                     │
│ About 23 s in all   ▲ Memory: 15.9 GB at once, 71 % of what is free         │
│ No run of this plan is saved from this machine yet.                         │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('16 CPUs in the smallest window', () => {
  assert.equal(
    frameText(setupScreen(loaded(16), form), smallest),
    `
╭─ fibtui ──────────────────────── SETUP · run · results ─╮
│ AMD EPYC   16 of 16 CPUs usable                         │
│ ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0.0 of 16 CPUs busy  ✓ quiet            │
│ > Size      50,000 terms    in each Fibonacci sequence  │
│   Tasks     160             auto: 10 for each CPU       │
│   Workers   16              threads, one per usable CPU │
│   Rounds    5               the engines take turns      │
│   Workload  list            keeps every term            │
│   Engines   [x] local  [x] pool  [ ] python             │
│   Ray       [ ] off         space switches it on        │
│                                                         │
│ local about 1.4 s, pool about 90 ms: about 7.7 s in all │
│ Memory: 2.10 GB at once, 9 % of what is free            │
╰─────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('128 CPUs in the smallest window', () => {
  assert.equal(
    frameText(setupScreen(loaded(128), form), smallest),
    `
╭─ fibtui ──────────────────────── SETUP · run · results ─╮
│ AMD EPYC   128 of 128 CPUs usable                       │
│ ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀    0.0 of 128 CPUs busy  ✓ quiet            │
│ > Size      50,000 terms    in each Fibonacci sequence  │
│   Tasks     512             auto: 4 for each CPU        │
│   Workers   128             threads, one per usable CPU │
│   Rounds    5               the engines take turns      │
│   Workload  list            keeps every term            │
│   Engines   [x] local  [x] pool  [ ] python             │
│   Ray       [ ] off         space switches it on        │
│                                                         │
│ local about 4.6 s, pool about 36 ms: about 23 s in all  │
│ ▲ Memory: 15.9 GB at once, 71 % of what is free         │
╰─────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('16 CPUs have a graph each where there is room', () => {
  assert.equal(
    frameText(setupScreen(loaded(16), form), large),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   16 of 16 CPUs usable (8 cores, 2 threads each)                                                           │
│ Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64   25.0 GB of memory                                                 │
├─ CPU LOAD, LAST 30 s ───────────────────────────────────────────────────────────────────────────────────────────────┤
│ 16 busy                                                                                               0.0 of 16 now │
│                                                                                                                     │
│  8 busy                                                                                                             │
│         ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀                  │
│ cpu0  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣠⣤⣤⣤⣼⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣧⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   4 %   cpu8  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 % │
│ cpu1  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 %   cpu9  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 % │
│ cpu2  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 %   cpu10 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 % │
│ cpu3  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 %   cpu11 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 % │
│ cpu4  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 %   cpu12 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 % │
│ cpu5  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 %   cpu13 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 % │
│ cpu6  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 %   cpu14 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 % │
│ cpu7  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 %   cpu15 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 % │
│ ✓ quiet   22.4 GB of memory free                                                                                    │
├─ PLAN ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                                                              │
│   Tasks     160             sequences: auto, 10 for each CPU                                                        │
│   Workers   16              threads, one per usable CPU                                                             │
│   Rounds    5               in each, every engine does all tasks                                                    │
│   Workload  list            keeps every term, a list in memory                                                      │
│   Engines   [x] local  [x] pool  [ ] python                                                                         │
│   Ray       [ ] off         space switches it on                                                                    │
│                                                                                                                     │
│                                                                                                                     │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────────────────────────────────────────────┤
│ 160 sequences of 50,000 terms, one after another (local, about 1.4 s) and 16 at a time (pool, about 90 ms), five    │
│ times in turns.                                                                                                     │
│ About 7.7 s in all   Memory: 2.10 GB at once, 9 % of what is free   112 MB for each task                            │
│ No run of this plan is saved from this machine yet.                                                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %                                                                                              │
│   ✓ no steal                                                                                                        │
│   ✓ no throttling                                                                                                   │
│     not reported on this machine: governor                                                                          │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('128 CPUs in a large window', () => {
  assert.equal(
    frameText(setupScreen(loaded(128), form), large),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   128 of 128 CPUs usable (64 cores, 2 threads each)                                                        │
│ Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64   25.0 GB of memory                                                 │
├─ CPU LOAD, LAST 30 s ───────────────────────────────────────────────────────────────────────────────────────────────┤
│ 128 busy                                                                                             0.0 of 128 now │
│                                                                                                                     │
│  64 busy                                                                                                            │
│          ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀                    │
│ each now  least   0 %   median   0 %   most   4 %                                                                   │
│ ✓ quiet   22.4 GB of memory free                                                                                    │
├─ PLAN ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ > Size      50,000 terms    in each Fibonacci sequence                                                              │
│   Tasks     512             sequences: auto, 4 for each CPU                                                         │
│   Workers   128             threads, one per usable CPU                                                             │
│   Rounds    5               in each, every engine does all tasks                                                    │
│   Workload  list            keeps every term, a list in memory                                                      │
│   Engines   [x] local  [x] pool  [ ] python                                                                         │
│   Ray       [ ] off         space switches it on                                                                    │
│                                                                                                                     │
│                                                                                                                     │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────────────────────────────────────────────┤
│ 512 sequences of 50,000 terms, one after another (local, about 4.6 s) and 128 at a time (pool, about 36 ms), five   │
│ times in turns.                                                                                                     │
│ About 23 s in all   ▲ Memory: 15.9 GB at once, 71 % of what is free   112 MB for each task                          │
│ No run of this plan is saved from this machine yet.                                                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %                                                                                              │
│   ✓ no steal                                                                                                        │
│   ✓ no throttling                                                                                                   │
│     not reported on this machine: governor                                                                          │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});
