import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  beyond,
  busy,
  failed,
  interrupted,
  loss,
  neverFinished,
  tooFew,
  undecided,
} from '../../helpers/screens/answers.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';

test('one by one is faster, in the smallest window', () => {
  assert.equal(
    frameText(loss, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds  2 of 2 CPUs │
│ 2 workers:  2.50 times as slow     the limit is 2 times │
│ 94 % sure: 2.49 to 2.59 times as slow                   │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇•●                          101 ms │
│ pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●●  253 ms │
│ slower or waiting  1.60 of 2 workers   2.0 × without    │
│ m  One by one is faster here. Every task writes 112 MB, │
│    and both workers share one memory. To check, press   │
│    m: the same run with pair, which uses almost no      │
│    memory.                                              │
├─ TRUST ─────────────────────────────────────────────────┤
│ ✓ other programs 1 %   ✓ no steal   ✓ 3 more            │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  m check  d details  … ? all keys
`,
  );
});

test('nothing was shown, in the smallest window', () => {
  assert.equal(
    frameText(undecided, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds  2 of 2 CPUs │
│ 2 workers:  cannot tell            the limit is 2 times │
│ 94 % sure: between 7 % slower and 12 % faster           │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇••▇▇ • •  1.00 s │
│ pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●      1.00 s │
├─ WHERE THE TIME WENT ──────────── workers  without it ──┤
│ the work           ■■■■■■■            1.00              │
│ slower or waiting  ■■■■■■■            1.00       2.0 ×  │
│ +  Run 10 rounds: more of them, on a quiet machine,     │
│    would tell.                                          │
├─ TRUST ─────────────────────────────────────────────────┤
│ ▲ rounds of local vary by ±12 %   ✓ 4 others            │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  m check  d details  … ? all keys
`,
  );
});

test('too few rounds, in the smallest window: the limit finds a row of its own', () => {
  assert.equal(
    frameText(tooFew, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 3 rounds  2 of 2 CPUs │
│ 2 workers:  1.34 times as fast so far                   │
│ 3 rounds cannot rule out chance, 2 more make a verdict  │
│ the limit is 2 times                                    │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●  1.34 s │
│ pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●            1.00 s │
├─ WHERE THE TIME WENT ──────────── workers  without it ──┤
│ the work           ■■■■■■■■■          1.34              │
│ slower or waiting  ■■■■■              0.66       2.0 ×  │
│ +  Run 6 rounds: enough for a verdict.                  │
├─ TRUST ─────────────────────────────────────────────────┤
│ ✓ other programs 1 %   ✓ no steal   ✓ 3 more            │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  m check  d details  … ? all keys
`,
  );
});

test('more than the workers can give, in the smallest window', () => {
  assert.equal(
    frameText(beyond, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds  2 of 2 CPUs │
│ 2 workers:  ▲ 2.31 times as fast                        │
│ 94 % sure: 2.30 to 2.33    more than 2 workers can give │
│ the machine changed meanwhile                           │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●●  2.31 s │
│ pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●                         1.00 s │
│ slower or waiting  -0.31 of 2 workers                   │
├─ NEXT ──────────────────────────────────────────────────┤
│ Nothing is lost: all workers together took 2.00 s, and  │
│ local took 2.31 s.                                      │
├─ TRUST ─────────────────────────────────────────────────┤
│ ▲ outliers of pool   ✓ other programs 1 %   ✓ 4 more    │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  g timeline  d details  … ? all keys
`,
  );
});

test('stopped, in the smallest window: the title has no room for the other steps', () => {
  assert.equal(
    frameText(interrupted, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────── RESULTS · stopped after 2 of 5 rounds ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds  2 of 2 CPUs │
│ 2 workers:  1.90 times as fast so far                   │
│ 2 rounds cannot rule out chance, 3 more make a verdict  │
│ the limit is 2 times                                    │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●  1.79 s │
│ pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•▇                     0.94 s │
├─ WHERE THE TIME WENT ──────────── workers  without it ──┤
│ the work           ■■■■■■■■■■■■■      1.90              │
│ slower or waiting  ■                  0.10       2.0 ×  │
│ enter  Run again to the end: that makes a verdict.      │
├─ TRUST ─────────────────────────────────────────────────┤
│ ✓ other programs 1 %   ✓ no steal   ✓ 3 more            │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  g timeline  d details  … ? all keys
`,
  );
});

test('what failed, in the smallest window, goes before the losses', () => {
  assert.equal(
    frameText(failed, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds  2 of 2 CPUs │
│ 2 workers:  1.94 times as fast so far                   │
│ 3 rounds cannot rule out chance, 2 more make a verdict  │
│ the limit is 2 times                                    │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●●  1.80 s │
│ pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●                      0.93 s │
│        round 1   • the others, ● several                │
│ slower or waiting  0.06 of 2 workers   2.0 × without    │
├─ NEXT ──────────────────────────────────────────────────┤
│ ▲  pool, rounds 2 and 4 failed: pool: worker 2 died.    │
│    Run it again with fewer workers.                     │
│ TRUST  ✓ other programs 1 %   ✓ no steal   ✓ 3 more     │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  g timeline  d details  … ? all keys
`,
  );
});

test('an engine without a round, in the smallest window', () => {
  assert.equal(
    frameText(neverFinished, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds  2 of 2 CPUs │
│                                                         │
│ no verdict: local took 1.80 s, and nothing else         │
│ finished                                                │
│                                                         │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●●  1.80 s │
│ pool   no round finished: worker 2 died.                │
├─ NEXT ──────────────────────────────────────────────────┤
│ ▲  pool, rounds 1, 2, 3, 4 and 5 failed: pool: worker 2 │
│    died. Run it again with fewer workers.               │
├─ TRUST ─────────────────────────────────────────────────┤
│ ✓ other programs 1 %   ✓ no steal   ✓ 3 more            │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  g timeline  d details  … ? all keys
`,
  );
});

test('a busy machine, in the smallest window', () => {
  assert.equal(
    frameText(busy, { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ list · 50,000 terms · 200 tasks · 5 rounds  2 of 2 CPUs │
│ 2 workers:  1.93 times as fast     the limit is 2 times │
│ 94 % sure: 1.90 to 1.97      the same CPU time as local │
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•●  1.79 s │
│ pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●●                     0.93 s │
├─ WHERE THE TIME WENT ──────────── workers  without it ──┤
│ the work           ■■■■■■■■■■■■■■     1.93              │
│ slower or waiting  ■                  0.07       2.0 ×  │
│ enter  This machine was too busy: other programs 20 %.  │
│        Run again when it is quiet.                      │
├─ TRUST ─────────────────────────────────────────────────┤
│ ▲ other programs 20 %   ✓ no steal   ✓ 3 more           │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ size  g timeline  d details  … ? all keys
`,
  );
});
