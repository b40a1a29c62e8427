import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lost, three, threeFive } from '../../helpers/screens/ray-results.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';

test('with Ray every compared engine has a line of its own, and its bar', () => {
  assert.equal(
    frameText(threeFive),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   pool:  1.93 times as fast as local                94 % sure: 1.90 to 1.97 │
│   ray:   5.39 times as slow as local  94 % sure: 5.31 to 5.55 times as slow │
│                                                                             │
│   local      one by one   ▇●•                                      1.79 s   │
│                                                                             │
│   pool       2 at a time  ●                                        0.93 s   │
│                                                                             │
│   ray        on 8 CPUs    ▇▇▇▇▇▇▇▇▇▇▇▇●●                           9.70 s   │
│                                                                             │
│   python x1  calculated   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●••  27.2 s   │
│                    rounds: local 5, pool 5, ray 1   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■      1.93              │
│   slower or waiting  ■                                    0.07       2.0 ×  │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   Little is lost: 1.93 of 2 workers were at work all the time.              │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   nothing was measured around the rounds                                    │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});

test('Ray in fewer rounds than a verdict takes', () => {
  assert.equal(
    frameText(three),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   pool:  1.93 times as fast as local                94 % sure: 1.90 to 1.97 │
│   ray:   5.39 times as slow as local        3 rounds cannot rule out chance │
│                                                                             │
│   local      one by one   ▇●•                                      1.79 s   │
│   pool       2 at a time  ●                                        0.93 s   │
│   ray        on 8 CPUs    ▇▇▇▇▇▇▇▇▇▇▇▇••                           9.70 s   │
│   python x1  calculated   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇• •  27.2 s   │
│                    rounds: local 5, pool 5, ray 1   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■      1.93              │
│   slower or waiting  ■                                    0.07       2.0 ×  │
│   not reported here: slower side by side, waiting for a CPU, blocked        │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   +  Run 10 rounds, or --ray-rounds 5: 2 more of ray make a verdict.        │
│      Little is lost: 1.93 of 2 workers were at work all the time.           │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   nothing was measured around the rounds                                    │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});

test('the smallest window has a row for each answer and one for how sure it is', () => {
  assert.equal(
    frameText(threeFive, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds  2 of 2 CPUs │
│ pool:  1.93 times as fast as local                      │
│        94 % sure: 1.90 to 1.97                          │
│ ray:   5.39 times as slow as local                      │
│        94 % sure: 5.31 to 5.55 times as slow            │
│ local  ▇▇▇▇▇▇●                                   1.79 s │
│ pool   ▇▇▇●                                      0.93 s │
│ ray    ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●••  9.70 s │
│ slower or waiting  0.07 of 2 workers   2.0 × without    │
│ Little is lost: 1.93 of 2 workers were at work all the  │
│ time.                                                   │
│ TRUST  nothing was measured around the rounds           │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  g timeline  d details  … ? all keys
`,
  );
});

test('where no round on Ray finished, its bar says so', () => {
  assert.equal(
    frameText(lost),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds           AMD EPYC · 2 of 2 CPUs │
│                                                                             │
│   2 workers:  1.93 times as fast                       the limit is 2 times │
│   94 % sure: 1.90 to 1.97                                                   │
│                                                                             │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•●  1.79 s   │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●                       0.93 s   │
│   ray    on 8 CPUs    no round finished: The driver of ...                  │
│            round 5, which has the middle speed-up   • the others, ● several │
├─ WHERE THE TIME OF 2 WORKERS WENT ─────────────────── workers  without it ──┤
│   the work           ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■      1.93              │
│   slower or waiting  ■                                    0.07       2.0 ×  │
│   not reported here: slower side by side, waiting for a CPU, blocked        │
├─ NEXT ──────────────────────────────────────────────────────────────────────┤
│   ▲  ray, rounds 1, 2 and 3 failed: The driver of fibtui-mwt9h1ct-fcc9a311  │
│      failed: ValueError: no such workload. See the end of the driver’s log, │
│      under details (d).                                                     │
│      Little is lost: 1.93 of 2 workers were at work all the time.           │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   nothing was measured around the rounds                                    │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ size  + 10 rounds  g timeline  d details  ? help  q quit
`,
  );
});
