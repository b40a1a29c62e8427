import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameText, rowsOf } from '../../helpers/ui-frames.ts';
import { runScreen, runState, type RunRequest } from '../../helpers/ui-states.ts';

const twoRounds = { local: [1800, 1790], pool: [930, 940] } as const;
const inPool = (given: RunRequest = {}) =>
  runState({ pass: ['pool', 3, 7000], walls: twoRounds, ...given });

test('before the first warm-up the room of everything is kept', () => {
  assert.equal(
    frameText(runScreen(runState({}), 1100)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 0/5   elapsed  0.1 s   ETA 13.5 s   n 50,000   N 200   P 2   list       │
│                                                                             │
│ L local   ············································  next                │
│ P pool    ············································  next                │
├─ WORKERS ───────────────────────────────────────────────────────────────────┤
│   getting ready                                                             │
│                                                                             │
├─ LIVE CPU ──────────────────────────────────────────────────────────────────┤
│ cpu0  █······························································   2 % │
│ cpu1  ██████·························································   9 % │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│ L local                                                                     │
│ P pool                                                                      │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

test('a warm-up says how many workers take how much memory', () => {
  const state = runState({ activity: { type: 'warming-up', case: 'pool', since: 1100 } });
  assert.equal(
    frameText(runScreen(state, 1500)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 0/5   elapsed  0.5 s   ETA 13.5 s   n 50,000   N 200   P 2   list       │
│                                                                             │
│ L local   ············································  next                │
│ P pool    ············································  next                │
├─ WORKERS ───────────────────────────────────────────────────────────────────┤
│   warming up pool: 2 workers, 223 MB                                        │
│                                                                             │
├─ LIVE CPU ──────────────────────────────────────────────────────────────────┤
│ cpu0  █······························································   2 % │
│ cpu1  ██████·························································   9 % │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│ L local                                                                     │
│ P pool                                                                      │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

test('while local runs, one worker stands in the room of all', () => {
  const state = runState({ pass: ['local', 1, 1500] });
  assert.equal(
    frameText(runScreen(state, 2300)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 1/5   elapsed  1.3 s   ETA 12.7 s   n 50,000   N 200   P 2   list       │
│                                                                             │
│ L local   ████████████████████························  running 800 ms      │
│ P pool    ············································  next                │
├─ LOCAL   worker · share of the pass · tasks done · CPU ─────────────────────┤
│ w1  ████████████████████████████████████████··········  80 %     80  cpu0   │
│                                                                             │
├─ LIVE CPU ──────────────────────────────────────────────────────────────────┤
│ cpu0  █······························································   2 % │
│ cpu1  ██████·························································   9 % │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│ L local                                                                     │
│ P pool                                                                      │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

test('while the pool runs, every worker has its bar, its tasks and its CPU', () => {
  assert.equal(
    frameText(runScreen(inPool(), 7580)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.6 s   ETA  7.6 s   n 50,000   N 200   P 2   list       │
│                                                                             │
│ L local   ████████████████████████████████████████████    1.79 s  ±0.3 %    │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓······························  running 580 ms      │
├─ POOL   worker · share of the pass · tasks done · CPU ──────────────────────┤
│ w1  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··········  80 %     80  cpu0   │
│ w2  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓···········  78 %     77  cpu1   │
├─ LIVE CPU ──────────────────────────────────────────────────────────────────┤
│ cpu0  █······························································   2 % │
│ cpu1  ██████·························································   9 % │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│ L local   1.80 s  1.79 s                           median   1.79 s          │
│ P pool    930 ms  940 ms                           median   935 ms    1.92x │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

test('the smallest window keeps the bars, the workers and the repeats', () => {
  const window = { columns: 60, rows: 16 };
  assert.equal(
    frameText(runScreen(inPool(), 7580), window),
    `
╭─ fibtui ──────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.6 s   ETA  7.6 s   n 50,000   P 2  │
│                                                         │
│ L local   ████████████████████████    1.79 s  ±0.3 %    │
│ P pool    ▓▓▓▓▓▓▓▓················  running 580 ms      │
├─ POOL   share · tasks · CPU ────────────────────────────┤
│ w1  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓······  80 %     80  cpu0   │
│ w2  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······  78 %     77  cpu1   │
│ 2 CPUs   mean   6 %   busiest cpu1   9 %                │
├─ SO FAR ────────────────────────────────────────────────┤
│ L local   1.80 s  1.79 s       median   1.79 s          │
│ P pool    930 ms  940 ms       median   935 ms    1.92x │
│                                                         │
╰─────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

test('a large window gives its columns to the bars', () => {
  const window = { columns: 120, rows: 40 };
  assert.equal(
    frameText(runScreen(inPool(), 7580), window),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.6 s   ETA  7.6 s   n 50,000   N 200   P 2   list                                               │
│                                                                                                                     │
│ L local   ████████████████████████████████████████████████████████████████████████████████████    1.79 s  ±0.3 %    │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·························································  running 580 ms      │
├─ POOL   worker · share of the pass · tasks done · CPU ──────────────────────────────────────────────────────────────┤
│ w1  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··················  80 %     80  cpu0   │
│ w2  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓····················  78 %     77  cpu1   │
├─ LIVE CPU ──────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ cpu0  ██·····································································································   2 % │
│ cpu1  █████████······························································································   9 % │
├─ SO FAR ────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ L local   1.80 s  1.79 s                                                                   median   1.79 s          │
│ P pool    930 ms  940 ms                                                                   median   935 ms    1.92x │
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
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

test('ASCII alone', () => {
  assert.equal(
    frameText(runScreen(inPool(), 7580), { ascii: true }),
    `
+- fibtui -------------------------------------------- setup > RUN > results -+
| RUN 3/5   elapsed  6.6 s   ETA  7.6 s   n 50,000   N 200   P 2   list       |
|                                                                             |
| L local   ############################################    1.79 s  ~0.3 %    |
| P pool    ==============..............................  running 580 ms      |
+- POOL   worker - share of the pass - tasks done - CPU ----------------------+
| w1  ========================================..........  80 %     80  cpu0   |
| w2  =======================================...........  78 %     77  cpu1   |
+- LIVE CPU ------------------------------------------------------------------+
| cpu0  #..............................................................   2 % |
| cpu1  ######.........................................................   9 % |
+- SO FAR --------------------------------------------------------------------+
| L local   1.80 s  1.79 s                           median   1.79 s          |
| P pool    930 ms  940 ms                           median   935 ms    1.92x |
|                                                                             |
|                                                                             |
|                                                                             |
|                                                                             |
|                                                                             |
|                                                                             |
|                                                                             |
+-----------------------------------------------------------------------------+
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

const many = (cpus: number) =>
  runScreen(
    inPool({
      cpus,
      pass: ['pool', 3, 7000],
      walls: { local: [2880, 2870], pool: [340, 335] },
    }),
    7080,
  );

test('16 workers stand in two columns, and their CPUs as one cell each', () => {
  assert.equal(
    frameText(many(16)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.1 s   ETA  9.6 s   n 50,000   N 320   P 16   list      │
│                                                                             │
│ L local   ████████████████████████████████████████████    2.88 s  ±0.2 %    │
│ P pool    ▓···········································  running 80.0 ms     │
├─ POOL   worker · share of the pass · tasks done · CPU ──────────────────────┤
│ w01  ▓▓▓▓▓▓▓▓··  80 %     80  cpu0     w09  ▓▓▓▓▓▓····  60 %     60  cpu8   │
│ w02  ▓▓▓▓▓▓▓▓··  78 %     77  cpu1     w10  ▓▓▓▓▓▓····  58 %     57  cpu9   │
│ w03  ▓▓▓▓▓▓▓▓··  75 %     75  cpu2     w11  ▓▓▓▓▓▓····  55 %     55  cpu10  │
│ w04  ▓▓▓▓▓▓▓···  73 %     72  cpu3     w12  ▓▓▓▓▓·····  53 %     52  cpu11  │
│ w05  ▓▓▓▓▓▓▓···  70 %     70  cpu4     w13  ▓▓▓▓▓·····  50 %     50  cpu12  │
│ w06  ▓▓▓▓▓▓▓···  68 %     67  cpu5     w14  ▓▓▓▓▓·····  48 %     47  cpu13  │
│ w07  ▓▓▓▓▓▓▓···  65 %     65  cpu6     w15  ▓▓▓▓▓·····  45 %     45  cpu14  │
│ w08  ▓▓▓▓▓▓····  63 %     62  cpu7     w16  ▓▓▓▓······  43 %     42  cpu15  │
├─ LIVE CPU   1 cell = 1 CPU ─────────────────────────────────────────────────┤
│ cpu 0-15   ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁                                                │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│ L local   2.88 s  2.87 s                           median   2.88 s          │
│ P pool    340 ms  335 ms                           median   338 ms    8.52x │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

test('64 workers stand as one cell each', () => {
  assert.equal(
    frameText(many(64)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.1 s   ETA  9.6 s   n 50,000   N 320   P 64   list      │
│                                                                             │
│ L local   ████████████████████████████████████████████    2.88 s  ±0.2 %    │
│ P pool    ▓···········································  running 80.0 ms     │
├─ POOL   1 cell = 1 worker and its share of the pass ────────────────────────┤
│ w01  ▆▆▆▆▆▅▅▅ ▅▅▄▄▄▄▄▃ ▃▆▆▆▆▆▅▅ ▅▅▅▄▄▄▄▄                                    │
│ w33  ▃▃▆▆▆▆▆▅ ▅▅▅▅▄▄▄▄ ▄▃▃▆▆▆▆▆ ▅▅▅▅▅▄▄▄                                    │
├─ LIVE CPU   1 cell = 1 CPU ─────────────────────────────────────────────────┤
│ cpu 0-31   ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▆▆▇▇█▁▁▁                              │
│ cpu 32-63  ▂▂▃▄▄▅▅▆ ▆▇█·▁▁▂▂ ▃▃▄▄▅▆▆▇ ▇█▁▁▁▂▃▃                              │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│ L local   2.88 s  2.87 s                           median   2.88 s          │
│ P pool    340 ms  335 ms                           median   338 ms    8.52x │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

test('128 workers stand as one cell each', () => {
  assert.equal(
    frameText(many(128)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.1 s   ETA  9.6 s   n 50,000   N 256   P 128   list     │
│                                                                             │
│ L local   ████████████████████████████████████████████    2.88 s  ±0.2 %    │
│ P pool    ▓···········································  running 80.0 ms     │
├─ POOL   1 cell = 1 worker and its share of the pass ────────────────────────┤
│ w001  ▆▆▆▆▆▅▅▅ ▅▅▄▄▄▄▄▃ ▃▆▆▆▆▆▅▅ ▅▅▅▄▄▄▄▄ ▃▃▆▆▆▆▆▅ ▅▅▅▅▄▄▄▄                 │
│ w049  ▄▃▃▆▆▆▆▆ ▅▅▅▅▅▄▄▄ ▄▄▃▃▆▆▆▆ ▆▅▅▅▅▅▄▄ ▄▄▄▃▃▆▆▆ ▆▆▅▅▅▅▅▄                 │
│ w097  ▄▄▄▄▃▃▆▆ ▆▆▆▅▅▅▅▅ ▄▄▄▄▄▃▃▆ ▆▆▆▆▅▅▅▅                                   │
├─ LIVE CPU   1 cell = 1 CPU ─────────────────────────────────────────────────┤
│ cpu 0-47     ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▆▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆ ▆▇█·▁▁▂▂          │
│ cpu 48-95    ▃▃▄▄▅▆▆▇ ▇█▁▁▁▂▃▃ ▄▄▅▅▆▆▇█ ▁▁▁▂▂▃▃▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅          │
│ cpu 96-127   ▅▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆ ▆▇▇█▁▁▂▂ ▃▃▄▄▅▆▆▇                            │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│ L local   2.88 s  2.87 s                           median   2.88 s          │
│ P pool    340 ms  335 ms                           median   338 ms    8.52x │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

test('16 workers in the smallest window', () => {
  assert.equal(
    frameText(many(16), { columns: 60, rows: 16 }),
    `
╭─ fibtui ──────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.1 s   ETA  9.6 s   n 50,000   P 16 │
│                                                         │
│ L local   ████████████████████████    2.88 s  ±0.2 %    │
│ P pool    ▓·······················  running 80.0 ms     │
├─ POOL   1 cell = 1 worker and its share of the pass ────┤
│ w01  ▆▆▆▆▆▅▅▅ ▅▅▄▄▄▄▄▃                                  │
├─ LIVE CPU   1 cell = 1 CPU ─────────────────────────────┤
│ cpu 0-15   ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁                            │
├─ SO FAR ────────────────────────────────────────────────┤
│ L local   2.88 s  2.87 s       median   2.88 s          │
│ P pool    340 ms  335 ms       median   338 ms    8.52x │
│                                                         │
╰─────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

test('a pass that failed is told in the row that is kept for it', () => {
  const state = inPool({ walls: { local: [1800, 1790], pool: [930, 'failed'] } });
  assert.equal(
    frameText(runScreen(state, 7580)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.6 s   ETA  7.6 s   n 50,000   N 200   P 2   list       │
│                                                                             │
│ L local   ████████████████████████████████████████████    1.79 s  ±0.3 %    │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓······························  running 580 ms      │
├─ POOL   worker · share of the pass · tasks done · CPU ──────────────────────┤
│ w1  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··········  80 %     80  cpu0   │
│ w2  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓···········  78 %     77  cpu1   │
├─ LIVE CPU ──────────────────────────────────────────────────────────────────┤
│ cpu0  █······························································   2 % │
│ cpu1  ██████·························································   9 % │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│ L local   1.80 s  1.79 s                           median   1.79 s          │
│ P pool    930 ms                                   median   930 ms    1.94x │
│ ! round 2: pool: worker 2 died.                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  ctrl+c quit
`,
  );
});

const keysOf = (...given: Parameters<typeof runScreen>) =>
  rowsOf(runScreen(...given))
    .at(-1)
    ?.trim();

test('the keys tell how far a run is cancelled', () => {
  const state = inPool();
  assert.equal(keysOf(state, 7580), 'esc cancel, keeps finished repeats  ctrl+c quit');
  assert.equal(
    keysOf(state, 7580, 'asking'),
    'esc again cancels and keeps the rest, any other key goes on',
  );
  assert.equal(keysOf(state, 7580, 'stopping'), 'stopping: the workers are coming to rest');
});

test('before its first sample a worker has an empty bar and no CPU', () => {
  const state = inPool();
  const activity = { ...state.profile!.activity, workers: [] };
  const profile = { ...state.profile!, activity };
  const rows = rowsOf(runScreen({ ...state, profile }, 7580));
  assert.equal(rows[6], `│ w1  ${'·'.repeat(50)}   0 %      0${' '.repeat(8)} │`);
});

test('a worker whose CPU the system does not tell says so', () => {
  const state = inPool();
  const workers = [
    { share: 0.5, tasks: 40 },
    { share: 0.5, tasks: 41, cpu: 1 },
  ];
  const profile = { ...state.profile!, activity: { ...state.profile!.activity, workers } };
  const rows = rowsOf(runScreen({ ...state, profile }, 7580));
  assert.match(rows[6]!, / 50 %     40  n\/a    │$/);
  assert.match(rows[7]!, / 50 %     41  cpu1   │$/);
});

test('a pass that takes longer than expected stretches the axis, and nothing leaves it', () => {
  const rows = rowsOf(runScreen(inPool(), 7000 + 3_590_000));
  assert.equal(rows[3], `│ L local   █${'·'.repeat(43)}    1.79 s  ±0.3 %    │`);
  assert.equal(rows[4], `│ P pool    ${'▓'.repeat(44)}  running 59 min 50 s │`);
});

test('the latest repeats are shown where there is no room for all, oldest first', () => {
  const walls = Array.from({ length: 20 }, (_, round) => 1001 + 10 * round);
  const state = runState({
    settings: { repeats: 21 },
    pass: ['pool', 21, 7000],
    walls: { local: walls, pool: walls },
  });
  const row = rowsOf(runScreen(state, 7010)).findLast((text) => text.includes('L local'));
  assert.equal(
    row,
    '│ L local   1.16 s  1.17 s  1.18 s  1.19 s           median   1.10 s          │',
  );
});
