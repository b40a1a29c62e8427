import assert from 'node:assert/strict';
import { test } from 'node:test';
import { win } from '../../helpers/screens/answers.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';

test('the answer, the durations, the losses, what to do next, and whether to trust it', () => {
  assert.equal(
    frameText(win),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   2 workers:  1.68 times as fast                       the limit is 2 times │
│   94 % sure: 1.68 to 1.68                     11 % more CPU time than local │
│                                                                             │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●  1.80 s   │
│                       ███████████████████████████████████████████           │
│                                                                             │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●                   1.07 s   │
│                       ██████████████████████████                            │
│            round 3, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work             ■■■■■■■■■■■■■■■■■■■■■■■■■          1.68              │
│   slower side by side  ■■■                                0.23       1.9 ×  │
│   between two tasks    ■                                  0.09       1.8 ×  │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   m  Every task writes 112 MB, and both workers share one memory. To check, │
│      press m: the same run with pair, which uses almost no memory.          │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 1 %   ✓ no steal   ✓ no throttling   ✓ 2 more            │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  m check  g timeline  d details  q quit  … ? all keys
`,
  );
});

test('the smallest window keeps the answer, both bars, the two largest losses, and a row of trust', () => {
  assert.equal(
    frameText(win, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds  2 of 2 CPUs │
│ 2 workers:  1.68 times as fast     the limit is 2 times │
│ 94 % sure: 1.68 to 1.68   11 % more CPU time than local │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●  1.80 s │
│ pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●                  1.07 s │
│ slower side by side  0.23 of 2 workers   1.9 × without  │
│ between two tasks    0.09 of 2 workers   1.8 × without  │
│ m  Every task writes 112 MB, and both workers share one │
│    memory. To check, press m: the same run with pair,   │
│    which uses almost no memory.                         │
├─ TRUST ─────────────────────────────────────────────────┤
│ ✓ other programs 1 %   ✓ no steal   ✓ 3 more            │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  m check  d details  … ? all keys
`,
  );
});

test('a large window has higher bars and a row for every finding', () => {
  assert.equal(
    frameText(win, { columns: 120, rows: 40 }),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds                                                   AMD EPYC · 2 of 2 CPUs │
│                                                                                                                     │
│   2 workers:  1.68 times as fast                                                               the limit is 2 times │
│   94 % sure: 1.68 to 1.68                                                             11 % more CPU time than local │
│                                                                                                                     │
│                       ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇           │
│   local  one by one   ██████████████████████████████████████████████████████████████████████████████████●  1.80 s   │
│                       ███████████████████████████████████████████████████████████████████████████████████           │
│                                                                                                                     │
│                       ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                                             │
│   pool   2 at a time  ████████████████████████████████████████████████●                                    1.07 s   │
│                       █████████████████████████████████████████████████                                             │
│                       round 3, which has the middle speed-up   • the others, ● several                              │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────────────────────────────────────────────── workers  without it ──┤
│   the work             ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■                1.68              │
│   slower side by side  ■■■■■■■■                                                                   0.23       1.9 ×  │
│   between two tasks    ■■■                                                                        0.09       1.8 ×  │
├─ NEXT ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   m  Every task writes 112 MB, and both workers share one memory. To check, press m: the same run with pair, which  │
│      uses almost no memory.                                                                                         │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ✓  other programs 1 %                                                                                             │
│   ✓  no steal                                                                                                       │
│   ✓  no throttling                                                                                                  │
│   ✓  temperature 61 °C                                                                                              │
│   ✓  rounds of local vary by ±0.0 %                                                                                 │
│      not reported on this machine: governor, clock                                                                  │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  m memory check  g timeline  d details  ? help  q quit
`,
  );
});

test('a very large window', () => {
  assert.equal(
    frameText(win, { columns: 200, rows: 50 }),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds                                                                                                                                   AMD EPYC · 2 of 2 CPUs │
│                                                                                                                                                                                                     │
│   2 workers:  1.68 times as fast                                                                                                                                               the limit is 2 times │
│   94 % sure: 1.68 to 1.68                                                                                                                                             11 % more CPU time than local │
│                                                                                                                                                                                                     │
│                       ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇           │
│   local  one by one   ██████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████●  1.80 s   │
│                       ███████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████████           │
│                                                                                                                                                                                                     │
│                       ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                                                                             │
│   pool   2 at a time  ████████████████████████████████████████████████████████████████████████████████████████████████●                                                                    1.07 s   │
│                       █████████████████████████████████████████████████████████████████████████████████████████████████                                                                             │
│                       round 3, which has the middle speed-up   • the others, ● several                                                                                                              │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── workers  without it ──┤
│   the work             ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■                             1.68              │
│   slower side by side  ■■■■■■■■■■■■■■■■■                                                                                                                                          0.23       1.9 ×  │
│   between two tasks    ■■■■■■■                                                                                                                                                    0.09       1.8 ×  │
├─ NEXT ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   m  Every task writes 112 MB, and both workers share one memory. To check, press m: the same run with pair, which uses almost no memory.                                                           │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ✓  other programs 1 %                                                                                                                                                                             │
│   ✓  no steal                                                                                                                                                                                       │
│   ✓  no throttling                                                                                                                                                                                  │
│   ✓  temperature 61 °C                                                                                                                                                                              │
│   ✓  rounds of local vary by ±0.0 %                                                                                                                                                                 │
│      not reported on this machine: governor, clock                                                                                                                                                  │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
│                                                                                                                                                                                                     │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  m memory check  g timeline  d details  ? help  q quit
`,
  );
});

test('ASCII alone', () => {
  assert.equal(
    frameText(win, { ascii: true }),
    `
+- fibtui -------------------------------------------- setup > run > RESULTS -+
| list - 50,000 terms - 200 tasks - 5 rounds           AMD EPYC - 2 of 2 CPUs |
|                                                                             |
|   2 workers:  1.68 times as fast                       the limit is 2 times |
|   94 % sure: 1.68 to 1.68                     11 % more CPU time than local |
|                                                                             |
|   local  one by one   ==========================================O  1.80 s   |
|                       ===========================================           |
|                                                                             |
|   pool   2 at a time  =========================O                   1.07 s   |
|                       ==========================                            |
|            round 3, which has the middle speed-up   o the others, O several |
+- WHERE THE TIME OF 2 WORKERS WENT ------------------- workers  without it --+
|   the work             #########################          1.68              |
|   slower side by side  ###                                0.23       1.9 x  |
|   between two tasks    #                                  0.09       1.8 x  |
+- NEXT ----------------------------------------------------------------------+
|   m  Every task writes 112 MB, and both workers share one memory. To check, |
|      press m: the same run with pair, which uses almost no memory.          |
+- TRUST ---------------------------------------------------------------------+
|   + other programs 1 %   + no steal   + no throttling   + 2 more            |
+-----------------------------------------------------------------------------+
 enter again  left/right size  m check  g timeline  d details  ... ? all keys
`,
  );
});
