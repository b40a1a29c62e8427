import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manyWorkers, sixteen } from '../../helpers/screens/budget-results.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';

test('sixteen workers', () => {
  assert.equal(
    frameText(sixteen),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 330 tasks · 5 rounds         AMD EPYC · 16 of 16 CPUs │
│                                                                             │
│   16 workers:  10.2 times as fast                  the limit is 15.71 times │
│   94 % sure: 10.2 to 10.2             330 tasks do not divide by 16 workers │
│                                                                             │
│   local  one by one    ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●  2.97 s   │
│   pool   16 at a time  ▇▇▇●                                        0.29 s   │
│            round 3, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 16 WORKERS WENT ────────────────── workers  without it ──┤
│   the work                  ■■■■■■■■■■■■■■■■              10.2              │
│   slower side by side       ■■■■■■                         4.0        14 ×  │
│   waiting for a CPU         ■■                             1.1        11 ×  │
│   blocked                   ■                              0.3        10 ×  │
│   tasks that do not divide  ■                              0.3              │
│   everything else           ■                              0.1              │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   esc  16 workers share 8 cores; the clock fell from 4.10 to 3.71 GHz. Try  │
│        8 workers, one for each core: that wastes less, but may take longer. │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ▲  clock fell 10 %: from 4.10 GHz in local to 3.71 GHz in pool            │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});

test('sixteen workers in the smallest window', () => {
  assert.equal(
    frameText(sixteen, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 330 tasks · 5 rounds              │
│ 16 workers:  10.2 times as fast                         │
│ 94 % sure: 10.2 to 10.2        the limit is 15.71 times │
│ 330 tasks do not divide by 16 workers                   │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●  2.97 s │
│ pool   ▇▇▇●                                      0.29 s │
├─ WHERE THE TIME WENT ──────────── workers  without it ──┤
│ the work             ■■■■■■■■         10.2              │
│ slower side by side  ■■■               4.0        14 ×  │
│ waiting for a CPU    ■                 1.1        11 ×  │
│ esc  16 workers share 8 cores; the clock fell from ...  │
│ TRUST  ▲ clock fell 10 %   ✓ no throttling   ✓ 1 more   │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  g timeline  d details  … ? all keys
`,
  );
});

test('sixteen workers in a large window', () => {
  assert.equal(
    frameText(sixteen, { columns: 120, rows: 40 }),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 330 tasks · 5 rounds                                                 AMD EPYC · 16 of 16 CPUs │
│                                                                                                                     │
│   16 workers:  10.2 times as fast                                                          the limit is 15.71 times │
│   94 % sure: 10.2 to 10.2                                                     330 tasks do not divide by 16 workers │
│                                                                                                                     │
│                        ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇           │
│   local  one by one    █████████████████████████████████████████████████████████████████████████████████●  2.97 s   │
│                        ██████████████████████████████████████████████████████████████████████████████████           │
│                                                                                                                     │
│                        ▇▇▇▇▇▇▇▇                                                                                     │
│   pool   16 at a time  ███████●                                                                            0.29 s   │
│                        ████████                                                                                     │
│                        round 3, which has the middle speed-up   • the others, ● several                             │
├─ WHERE THE TIME OF 16 WORKERS WENT ────────────────────────────────────────────────────────── workers  without it ──┤
│   the work                  ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■                             10.2              │
│   slower side by side       ■■■■■■■■■■■■■■■■                                                       4.0        14 ×  │
│   waiting for a CPU         ■■■■■                                                                  1.1        11 ×  │
│   blocked                   ■                                                                      0.3        10 ×  │
│   tasks that do not divide  ■                                                                      0.3              │
│   everything else           ■                                                                      0.1              │
├─ NEXT ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   esc  16 workers share 8 cores; the clock fell from 4.10 to 3.71 GHz. Try 8 workers, one for each core: that       │
│        wastes less, but may take longer.                                                                            │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ▲  clock fell 10 %: from 4.10 GHz in local to 3.71 GHz in pool                                                    │
│   ✓  no throttling                                                                                                  │
│   ✓  rounds of local vary by ±0.0 %                                                                                 │
│      not reported on this machine: other programs, steal, governor, temperature                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});

test('sixteen workers in ASCII alone', () => {
  assert.equal(
    frameText(sixteen, { ascii: true }),
    `
+- fibtui -------------------------------------------- setup > run > RESULTS -+
| list - 50,000 terms - 330 tasks - 5 rounds         AMD EPYC - 16 of 16 CPUs |
|                                                                             |
|   16 workers:  10.2 times as fast                  the limit is 15.71 times |
|   94 % sure: 10.2 to 10.2             330 tasks do not divide by 16 workers |
|                                                                             |
|   local  one by one    =========================================O  2.97 s   |
|   pool   16 at a time  ===O                                        0.29 s   |
|            round 3, which has the middle speed-up   o the others, O several |
+- WHERE THE TIME OF 16 WORKERS WENT ------------------ workers  without it --+
|   the work                  ################              10.2              |
|   slower side by side       ######                         4.0        14 x  |
|   waiting for a CPU         ##                             1.1        11 x  |
|   blocked                   #                              0.3        10 x  |
|   tasks that do not divide  #                              0.3              |
|   everything else           #                              0.1              |
+- NEXT ----------------------------------------------------------------------+
|   esc  16 workers share 8 cores; the clock fell from 4.10 to 3.71 GHz. Try  |
|        8 workers, one for each core: that wastes less, but may take longer. |
+- TRUST ---------------------------------------------------------------------+
|   !  clock fell 10 %: from 4.10 GHz in local to 3.71 GHz in pool            |
+-----------------------------------------------------------------------------+
 enter again  left/right size  g timeline  d details  q quit  ... ? all keys
`,
  );
});

test('a hundred and twenty-eight workers', () => {
  assert.equal(
    frameText(manyWorkers),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ pair · 50,000 terms · 256 tasks · 5 rounds       AMD EPYC · 128 of 128 CPUs │
│                                                                             │
│   128 workers:  58.3 times as fast                   the limit is 128 times │
│   94 % sure: 58.3 to 58.3                                                   │
│                                                                             │
│   local  one by one     ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●   2.30 s   │
│                                                                             │
│   pool   128 at a time  ●                                         0.040 s   │
│            round 3, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 128 WORKERS WENT ───────────────── workers  without it ──┤
│   the work             ■■■■■■■■■■■■■■                     58.3              │
│   handing out          ■■■■■■■■■■■■■■■                    64.7       120 ×  │
│   slower side by side  ■                                   3.9        60 ×  │
│   everything else      ■                                   1.1              │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   esc  The last of 128 workers began after 20.0 ms of 39.5 ms. Try 6,528    │
│        tasks, or a larger size.                                             │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   nothing was measured around the rounds                                    │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});

test('a hundred and twenty-eight workers in the smallest window', () => {
  assert.equal(
    frameText(manyWorkers, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ pair · 50,000 terms · 256 tasks · 5 rounds              │
│ 128 workers:  58.3 times as fast                        │
│ 94 % sure: 58.3 to 58.3          the limit is 128 times │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●   2.30 s │
│ pool   ●                                        0.040 s │
├─ WHERE THE TIME WENT ──────────── workers  without it ──┤
│ the work             ■■■■■            58.3              │
│ handing out          ■■■■■■           64.7       120 ×  │
│ slower side by side  ■                 3.9        60 ×  │
│ esc  The last of 128 workers began after 20.0 ms of     │
│      39.5 ms. Try 6,528 tasks, or a larger size.        │
│ TRUST  nothing was measured around the rounds           │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  g timeline  d details  … ? all keys
`,
  );
});

test('a hundred and twenty-eight workers in a large window', () => {
  assert.equal(
    frameText(manyWorkers, { columns: 120, rows: 40 }),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── setup · run · RESULTS ─╮
│ pair · 50,000 terms · 256 tasks · 5 rounds                                               AMD EPYC · 128 of 128 CPUs │
│                                                                                                                     │
│   128 workers:  58.3 times as fast                                                           the limit is 128 times │
│   94 % sure: 58.3 to 58.3                                                                                           │
│                                                                                                                     │
│                         ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇            │
│   local  one by one     ███████████████████████████████████████████████████████████████████████████████●   2.30 s   │
│                         ████████████████████████████████████████████████████████████████████████████████            │
│                                                                                                                     │
│                         ▇                                                                                           │
│   pool   128 at a time  ●                                                                                 0.040 s   │
│                         █                                                                                           │
│                         round 3, which has the middle speed-up   • the others, ● several                            │
├─ WHERE THE TIME OF 128 WORKERS WENT ───────────────────────────────────────────────────────── workers  without it ──┤
│   the work             ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■                                           58.3              │
│   handing out          ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■                                        64.7       120 ×  │
│   slower side by side  ■■                                                                          3.9        60 ×  │
│   everything else      ■                                                                           1.1              │
├─ NEXT ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   esc  The last of 128 workers began after 20.0 ms of 39.5 ms. Try 6,528 tasks, or a larger size.                   │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   nothing was measured around the rounds                                                                            │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
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
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});
