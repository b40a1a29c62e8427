import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameText } from '../../helpers/screens/ui-frames.ts';
import { screen, two, small, large } from '../../helpers/screens/timeline-screens.ts';

test('all engines on one time axis, each with its duration, and how long its tasks took', () => {
  assert.equal(
    frameText(screen(two)),
    `
╭─ fibtui ───────────────────────────────────────────────────────── TIMELINE ─╮
│ round 2 of 3, which has the middle speed-up   0 to 1.82 s                   │
├─ WHAT EACH WORKER DID ──────────────────────────────────────────────────────┤
│ local w1 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.82 s │
│          ██████████████████████████████████████████████████████████         │
│ pool  w1 ▃▇▅▇▇▅▇▇░▇▅▇▇▅▇▇▅▇▅▇▇░▇▇▅▇▄     0.94 s                             │
│          ████████░████████████░█████···                                     │
│       w2  ▇×▅▇▅▇▇▅▇░▅▇▅▇▇▅▇▆▆▇▅▇░▅▇▄                                        │
│          ▆█×███████░████████████░███···                                     │
│          │0             │0.5 s          │1.0 s          │1.5 s              │
│ ▇ on a CPU   ░ waiting for a CPU   × blocked   · no task                    │
│ ▁-▆ part of the time   │ a task starts                                      │
├─ IN NUMBERS ────────────────────────────────────────────────────────────────┤
│        tasks each  on a CPU  waiting  blocked  no task       longest gap    │
│ local          20         -        -        -      0 %           0.00 ms    │
│ pool           10      75 %      7 %      2 %     16 %      4.70 ms (w1)    │
├─ HOW LONG A TASK TAKES ─────────────────────────────────────────────────────┤
│ local  91.0 ms  20 tasks                                          ▇▇▇▇▇     │
│ pool   78.5 ms  20 tasks  ▇▇▇▇▇                                             │
│                                 │80 ms            │85 ms                    │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc back  +/- zoom  ←/→ time  0 whole  c engine  , . round  ? help  q quit
`,
  );
});

test('one engine alone', () => {
  assert.equal(
    frameText(screen(two, { case: 'pool' })),
    `
╭─ fibtui ───────────────────────────────────────────────────────── TIMELINE ─╮
│ pool alone   round 2 of 3, the middle one   0 to 940 ms                     │
├─ WHAT EACH WORKER DID ──────────────────────────────────────────────────────┤
│         │▇▇▇▇│▇▇░▇▂│▇▇▇▇│▇▇▇▇│▇▇▇▇│▇▇░▇▂│▇▇▇▇│▇▇▇▇│▇▇▇▇│▇▇░▇▃               │
│ pool w1 │████│██░██│████│████│████│██░██│████│████│████│██░██        940 ms │
│         │████│██░██│████│████│████│██░██│████│████│████│██░██······         │
│          │×▇▇▇│▇▇▇░│▇▇▇▇│▇▇▇▇│▇░▇▇▃│▇▇▇░│▇▇▇▇│▇▇▇▇│▇░▇▇│▇▇▇▇▃               │
│      w2  │×███│███░│████│████│█░███│███░│████│████│█░██│█████               │
│         ·│×███│███░│████│████│█░███│███░│████│████│█░██│█████······         │
│         │0          │0.2 s       │0.4 s      │0.6 s       │0.8 s            │
│ ▇ on a CPU   ░ waiting for a CPU   × blocked   · no task                    │
│ ▁-▆ part of the time   │ a task starts                                      │
├─ IN NUMBERS ────────────────────────────────────────────────────────────────┤
│       tasks each  on a CPU  waiting  blocked  no task       longest gap     │
│ pool          10      75 %      7 %      2 %     16 %      4.70 ms (w1)     │
├─ HOW LONG A TASK TAKES ─────────────────────────────────────────────────────┤
│                                              ▇▇▇▇▇▇▇▇▇▇                     │
│                                              ██████████                     │
│                                              ██████████                     │
│ pool  78.5 ms  20 tasks                      ██████████                     │
│                                   │76 ms      │78 ms       │80 ms           │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc back  +/- zoom  ←/→ time  0 whole  c engines  , . round  ? help  q quit
`,
  );
});

test('2 workers in the smallest window', () => {
  assert.equal(
    frameText(screen(two), small),
    `
╭─ fibtui ───────────────────────────────────── TIMELINE ─╮
│ round 2 of 3   0 to 1.82 s                              │
├─ WHAT EACH WORKER DID ──────────────────────────────────┤
│ local w1 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.82 s │
│ pool  w1 ▆▆▇▆▇▆▇▆░▇▆▇▆▇▆▆▇▄··  0.94 s                   │
│       w2 ▄▇×▆▇▆▇▆▇▇░▇▆▇▆▆▇▄··                           │
│          │0        │0.5 s    │1.0 s     │1.5 s          │
│ ▇ on a CPU   ░ waiting for a CPU   × blocked            │
│ · no task   ▁-▆ part of the time   │ a task starts      │
├─ HOW LONG A TASK TAKES ─────────────────────────────────┤
│ local  91.0 ms                                  ▇▇▇▇    │
│ pool   78.5 ms  ▇▇▇▇                                    │
│                      │80 ms        │85 ms               │
╰─────────────────────────────────────────────────────────╯
 esc back  +/- zoom  c engine  , . round  … ? all keys
`,
  );
});

test('2 workers in the smallest window, in ASCII alone', () => {
  assert.equal(
    frameText(screen(two), { ...small, ascii: true }),
    `
+- fibtui ------------------------------------- TIMELINE -+
| round 2 of 3   0 to 1.82 s                              |
+- WHAT EACH WORKER DID ----------------------------------+
| local w1 ======================================  1.82 s |
| pool  w1 66=6=6=6w=6=6=66=4..  0.94 s                   |
|       w2 4=b6=6=6==w=6=66=4..                           |
|          |0        |0.5 s    |1.0 s     |1.5 s          |
| = on a CPU   w waiting for a CPU   b blocked            |
| . no task   1-6 part of the time   | a task starts      |
+- HOW LONG A TASK TAKES ---------------------------------+
| local  91.0 ms                                  ====    |
| pool   78.5 ms  ====                                    |
|                      |80 ms        |85 ms               |
+---------------------------------------------------------+
 esc back  +/- zoom  c engine  , . round  ... ? all keys
`,
  );
});

test('2 workers in a large window: bars of several rows', () => {
  assert.equal(
    frameText(screen(two), large),
    `
╭─ fibtui ───────────────────────────────────────────────────────────────────────────────────────────────── TIMELINE ─╮
│ round 2 of 3, which has the middle speed-up   0 to 1.82 s                                                           │
├─ WHAT EACH WORKER DID ──────────────────────────────────────────────────────────────────────────────────────────────┤
│          │▇▇▇│▇▇▇▇│▇▇▇│▇▇▇▇│▇▇▇│▇▇▇▇│▇▇▇▇│▇▇▇│▇▇▇▇│▇▇▇│▇▇▇▇│▇▇▇▇│▇▇▇│▇▇▇▇│▇▇▇▇│▇▇▇│▇▇▇▇│▇▇▇│▇▇▇▇│▇▇▇▇               │
│ local w1 │███│████│███│████│███│████│████│███│████│███│████│████│███│████│████│███│████│███│████│████  1.82 s 100 % │
│          │███│████│███│████│███│████│████│███│████│███│████│████│███│████│████│███│████│███│████│████               │
│          │███│████│███│████│███│████│████│███│████│███│████│████│███│████│████│███│████│███│████│████               │
│           ▇▇▇ ▇▇▇░▇▇▇▅▂▇▇▇ ▇▇▇░▇▇▇ ▇▇▇░▅▇▇▇ ▇▇▇ ▇▇▇░                                                                │
│ pool  w1  ███████░████████████░███████░████████████░       0.94 s                                              84 % │
│          ████████░████████████░███████░████████████░                                                                │
│          ████████░████████████░███████░████████████░·····                                                           │
│           ▇×▇▄▃▇▇▇ ░▇▇ ▇▇▇ ▇▇▇ ▇░▇▁▆▇▇▆ ░▇▇ ▇▇▇ ▇▇▇                                                                 │
│       w2  █×███████░████████████░███████░██████████                                                            83 % │
│           █×███████░████████████░███████░███████████                                                                │
│          ▂█×███████░████████████░███████░███████████·····                                                           │
│          │0        │0.2 s    │0.4 s    │0.6 s    │0.8 s    │1.0 s    │1.2 s    │1.4 s    │1.6 s                busy │
│ ▇ on a CPU   ░ waiting for a CPU   × blocked   · no task   ▁-▆ part of the time   │ a task starts                   │
├─ IN NUMBERS ────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│        tasks each  on a CPU  waiting  blocked  no task       longest gap     first task starts                      │
│ local          20         -        -        -      0 %           0.00 ms               0.00 ms                      │
│ pool           10      75 %      7 %      2 %     16 %      4.70 ms (w1)       9.40 to 18.8 ms                      │
├─ HOW LONG A TASK TAKES ─────────────────────────────────────────────────────────────────────────────────────────────┤
│                                                                                                   ▇▇▇▇▇▇▇▇▇         │
│                                                                                                   █████████         │
│                                                                                                   █████████         │
│                                                                                                   █████████         │
│                                                                                                   █████████         │
│                                                                                                   █████████         │
│ local  91.0 ms  20 tasks                                                                          █████████         │
│                           ▇▇▇▇▇▇▇▇▇                                                                                 │
│                           █████████                                                                                 │
│                           █████████                                                                                 │
│                           █████████                                                                                 │
│                           █████████                                                                                 │
│                           █████████                                                                                 │
│ pool   78.5 ms  20 tasks  █████████                                                                                 │
│                                       │80 ms      │82 ms       │84 ms      │86 ms       │88 ms      │90 ms          │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 esc back  +/- zoom  ←/→ time  0 whole  c local alone  , . round  ? help  q quit
`,
  );
});
