import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameText, rowsOf, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { runningFor, screen, small } from '../../helpers/screens/timeline-screens.ts';

test('the pass that runs is drawn as far as it is known, beside what has ended in its round', () => {
  assert.equal(
    frameText(screen(runningFor(600), {}, { now: 5650, quits: false })),
    `
╭─ fibtui ───────────────────────────────────────────────────────── TIMELINE ─╮
│ round 2 of 3, pool is running   0 to 1.82 s                                 │
├─ WHAT EACH WORKER DID ──────────────────────────────────────────────────────┤
│ local w1 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.82 s │
│          ██████████████████████████████████████████████████████████         │
│ pool  w1 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇   0.7 s                                        │
│          ███████████████████▂                                               │
│       w2       ▁▇▇▇▇▇▇▇▇▇▇▇▇                                                │
│          ······█████████████▂                                               │
│          │0             │0.5 s          │1.0 s          │1.5 s              │
│ ▇ makes progress   · no task   ▁-▆ part of the time   │ a task starts       │
├─ IN NUMBERS ────────────────────────────────────────────────────────────────┤
│        tasks each  on a CPU  waiting  blocked  no task       longest gap    │
│ local          20         -        -        -      0 %           0.00 ms    │
│ pool       4 to 6                                                           │
├─ HOW LONG A TASK TAKES ─────────────────────────────────────────────────────┤
│                                               ▇▇▇▇▇                         │
│ local  91.0 ms  20 tasks                      █████                         │
│                                                                             │
│ pool                                                                        │
│                                  │88 ms    │90 ms    │92 ms    │94 ms       │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc back  +/- zoom  ←/→ time  0 whole  c local alone  , . round  ? help
`,
  );
});

test('it grows from sample to sample, and nothing else moves', () => {
  assert.deepEqual(zoneLines(screen(runningFor(0), {}, { now: 5020 }), 'rows', small), [
    '── WHAT EACH WORKER DID',
    'local w1 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.82 s',
    'pool  w1   0.0 s',
    '      w2',
    '         │0        │0.5 s    │1.0 s     │1.5 s',
  ]);
  assert.deepEqual(zoneLines(screen(runningFor(300), {}, { now: 5300 }), 'rows', small), [
    '── WHAT EACH WORKER DID',
    'local w1 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.82 s',
    'pool  w1 ▇▇▇▇▇▇▂  0.3 s',
    '      w2 ····▆▇▂',
    '         │0        │0.5 s    │1.0 s     │1.5 s',
  ]);
  assert.deepEqual(zoneLines(screen(runningFor(900), {}, { now: 5900 }), 'rows', small), [
    '── WHAT EACH WORKER DID',
    'local w1 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.82 s',
    'pool  w1 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▆  0.9 s',
    '      w2 ····▆▇▇▇▇▇▇▇▇▇▇▇▇▇▆',
    '         │0        │0.5 s    │1.0 s     │1.5 s',
  ]);
});

test('from its start to its end every frame has its rules in the same rows', () => {
  const rules = (time: number) =>
    rowsOf(screen(runningFor(time), {}, { now: 5000 + time })).flatMap((row, index) =>
      row.startsWith('├') ? [index] : [],
    );
  for (const time of [100, 300, 900, 1500, 4000]) {
    assert.deepEqual(rules(time), rules(0));
  }
});
