import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  alone,
  beyond,
  failed,
  interrupted,
  loss,
  neverFinished,
  nothing,
  oneRound,
  same,
  tooFew,
  undecided,
} from '../../helpers/screens/answers.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';

test('one by one is faster', () => {
  assert.equal(
    frameText(loss),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   2 workers:  2.50 times as slow                       the limit is 2 times │
│   94 % sure: 2.49 to 2.59 times as slow          the same CPU time as local │
│                                                                             │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●                            101 ms   │
│                                                                             │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●●  253 ms   │
│            round 2, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■                               0.40              │
│   slower or waiting  ■■■■■■■■■■■■■■■■■■■■■■■■■■           1.60       2.0 ×  │
│   not reported here: slower side by side, waiting for a CPU, blocked        │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   m  One by one is faster here. Every task writes 112 MB, and both workers  │
│      share one memory. To check, press m: the same run with pair, which     │
│      uses almost no memory.                                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 1 %   ✓ no steal   ✓ no throttling   ✓ 2 more            │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  m check  g timeline  d details  q quit  … ? all keys
`,
  );
});

test('nothing was shown: it says what would tell', () => {
  assert.equal(
    frameText(undecided),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   2 workers:  cannot tell                              the limit is 2 times │
│   94 % sure: between 7 % slower and 12 % faster  the same CPU time as local │
│                                                                             │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●▇▇ •  •  1.00 s   │
│                                                                             │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●       1.00 s   │
│            round 3, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■■■■■■■■■■■                     1.00              │
│   slower or waiting  ■■■■■■■■■■■■■■■■                     1.00       2.0 ×  │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   +  Run 10 rounds: more of them, on a quiet machine, would tell.           │
│   m  Every task writes 112 MB, and both workers share one memory. To check, │
│      press m: the same run with pair, which uses almost no memory.          │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ▲  rounds of local vary by ±12 %: more rounds, or a quieter machine,      │
│      would help (+ runs 10 rounds)                                          │
│   ✓ other programs 1 %   ✓ no steal   ✓ no throttling   ✓ temperature 61 °C │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  m check  g timeline  d details  q quit  … ? all keys
`,
  );
});

test('the same, within 5 %', () => {
  assert.equal(
    frameText(same),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   2 workers:  the same, within 5 %                     the limit is 2 times │
│   94 % sure: between 2 % slower and 2 % faster   the same CPU time as local │
│                                                                             │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●•  1.80 s   │
│                                                                             │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●•  1.80 s   │
│            round 4, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■■■■■■■■■■■                     1.00              │
│   slower or waiting  ■■■■■■■■■■■■■■■■                     1.00       2.0 ×  │
│   not reported here: slower side by side, waiting for a CPU, blocked        │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   m  Every task writes 112 MB, and both workers share one memory. To check, │
│      press m: the same run with pair, which uses almost no memory.          │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ▲  pool: round 2 (1.83 s), far from the median of 1.80 s; included        │
│   ✓ other programs 1 %   ✓ no steal   ✓ no throttling   ✓ 2 more            │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  m check  g timeline  d details  q quit  … ? all keys
`,
  );
});

test('too few rounds: so far, and how many there must be', () => {
  assert.equal(
    frameText(tooFew),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 3 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   2 workers:  1.34 times as fast so far                the limit is 2 times │
│   3 rounds cannot rule out chance, 2 more make a verdict                    │
│                                                                             │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●  1.34 s   │
│                                                                             │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●             1.00 s   │
│            round 1, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■■■■■■■■■■■■■■■■                1.34              │
│   slower or waiting  ■■■■■■■■■■■                          0.66       2.0 ×  │
│   not reported here: slower side by side, waiting for a CPU, blocked        │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   +  Run 6 rounds: enough for a verdict.                                    │
│   m  Every task writes 112 MB, and both workers share one memory. To check, │
│      press m: the same run with pair, which uses almost no memory.          │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 1 %   ✓ no steal   ✓ no throttling   ✓ 2 more            │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  m check  g timeline  d details  q quit  … ? all keys
`,
  );
});

test('one round is two walls and no factor', () => {
  assert.equal(
    frameText(oneRound),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 1 round            AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   2 workers:  1.26 s against 2.18 s                    the limit is 2 times │
│   one round says nothing about chance            the same CPU time as local │
│                                                                             │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  2.18 s   │
│                       ███████████████████████████████████████████           │
│                                                                             │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                    1.26 s   │
│                       █████████████████████████                             │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■■■■■■■■■■■■■■■■■■■■■■■         1.73              │
│   slower or waiting  ■■■■                                 0.27              │
│   not reported here: slower side by side, waiting for a CPU, blocked        │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   +  Run 5 rounds: enough for a verdict.                                    │
│   m  Every task writes 112 MB, and both workers share one memory. To check, │
│      press m: the same run with pair, which uses almost no memory.          │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 1 %   ✓ no steal   ✓ no throttling   ✓ temperature 61 °C │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  m check  g timeline  d details  q quit  … ? all keys
`,
  );
});

test('more than the workers can give is marked', () => {
  assert.equal(
    frameText(beyond),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   2 workers:  ▲ 2.31 times as fast             more than 2 workers can give │
│   94 % sure: 2.30 to 2.33                     the machine changed meanwhile │
│                                                                             │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●●  2.31 s   │
│                                                                             │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●•                          1.00 s   │
│            round 1, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■     2.31              │
│   slower or waiting                                      -0.31              │
│   not reported here: slower side by side, waiting for a CPU, blocked        │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   Nothing is lost: all workers together took 2.00 s, and local took 2.31 s. │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ▲  pool: round 2 (1.01 s), round 3 (990 ms), far from the median of       │
│      1.00 s; included                                                       │
│   ✓ other programs 1 %   ✓ no steal   ✓ no throttling   ✓ 2 more            │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});

test('a run that was stopped says after how many rounds', () => {
  assert.equal(
    frameText(interrupted),
    `
╭─ fibtui ────────────── setup · run · RESULTS · stopped after 2 of 5 rounds ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   2 workers:  1.90 times as fast so far                the limit is 2 times │
│   2 rounds cannot rule out chance, 3 more make a verdict                    │
│                                                                             │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●  1.79 s   │
│                       ██████████████████████████████████████████            │
│                                                                             │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•                       0.94 s   │
│                       ██████████████████████                                │
│            round 2, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■       1.90              │
│   slower or waiting  ■■                                   0.10       2.0 ×  │
│   not reported here: slower side by side, waiting for a CPU, blocked        │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   enter  Run again to the end: that makes a verdict.                        │
│          Little is lost: 1.90 of 2 workers were at work all the time.       │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 1 %   ✓ no steal   ✓ no throttling   ✓ 2 more            │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});

test('what failed comes first in what to do next', () => {
  assert.equal(
    frameText(failed),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   2 workers:  1.94 times as fast so far                the limit is 2 times │
│   3 rounds cannot rule out chance, 2 more make a verdict                    │
│                                                                             │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●●  1.80 s   │
│                                                                             │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●                       0.93 s   │
│            round 1, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■      1.94              │
│   slower or waiting  ■                                    0.06       2.0 ×  │
│   not reported here: slower side by side, waiting for a CPU, blocked        │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   ▲  pool, rounds 2 and 4 failed: pool: worker 2 died. Run it again with    │
│      fewer workers.                                                         │
│      Little is lost: 1.94 of 2 workers were at work all the time.           │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 1 %   ✓ no steal   ✓ no throttling   ✓ 2 more            │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});

test('an engine of which no round finished has its sentence in place of the bar', () => {
  assert.equal(
    frameText(neverFinished),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   no verdict: local took 1.80 s, and nothing else finished                  │
│                                                                             │
│                       ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇           │
│   local  one by one   █████████████████████████████████████████●●  1.80 s   │
│                       ███████████████████████████████████████████           │
│                                                                             │
│   pool   2 at a time  no round finished: worker 2 died.                     │
│            round 1, which has the middle duration   • the others, ● several │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   ▲  pool, rounds 1, 2, 3, 4 and 5 failed: pool: worker 2 died. Run it      │
│      again with fewer workers.                                              │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓  other programs 1 %                                                     │
│   ✓  no steal                                                               │
│   ✓  no throttling                                                          │
│   ✓  temperature 61 °C                                                      │
│   ✓  rounds of local vary by ±1.1 %                                         │
│      not reported on this machine: governor, clock                          │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});

test('one engine alone has its time and nothing to compare with', () => {
  assert.equal(
    frameText(alone),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   no verdict: local took 1.80 s, and nothing else finished                  │
│                                                                             │
│                      ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇           │
│   local  one by one  ██████████████████████████████████████████●●  1.80 s   │
│                      ████████████████████████████████████████████           │
│            round 1, which has the middle duration   • the others, ● several │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   enter  Run the same again.                                                │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓  other programs 1 %                                                     │
│   ✓  no steal                                                               │
│   ✓  no throttling                                                          │
│   ✓  temperature 61 °C                                                      │
│   ✓  rounds of local vary by ±1.1 %                                         │
│      not reported on this machine: governor, clock                          │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});

test('a run that was stopped before anything finished', () => {
  assert.equal(
    frameText(nothing),
    `
╭─ fibtui ────────────── setup · run · RESULTS · stopped after 0 of 5 rounds ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   no verdict: no round finished                                             │
│                                                                             │
│   local  one by one   no round finished                                     │
│                                                                             │
│   pool   2 at a time  no round finished                                     │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   enter  Run the same again.                                                │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓  no throttling                                                          │
│      not reported on this machine: other programs, steal, governor, clock,  │
│      temperature                                                            │
│      spread: it takes two rounds to measure                                 │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});
