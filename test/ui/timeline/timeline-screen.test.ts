import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProfileState } from '../../../source/core/profile/state.ts';
import { timelineExtent, timelinePicture } from '../../../source/ui/timeline/timeline-screen.ts';
import { wholePass, type TimelineView } from '../../../source/ui/timeline/timeline.ts';
import { onRay, profileStateWith, type Walls } from '../../helpers/profiles/profiles.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { rampedPass, spanWith } from '../../helpers/profiles/timelines.ts';
import {
  frameText,
  keysText,
  rowsOf,
  zoneLines,
  type Draw,
} from '../../helpers/screens/ui-frames.ts';

const screen =
  (profile: ProfileState, view: Partial<TimelineView> = {}, quits = true): Draw =>
  (room, theme) =>
    timelinePicture({ view: { ...wholePass, ...view }, profile, quits }, room, theme);

const profileOf = (workers: number, tasks: number, walls: Partial<Walls> = {}) =>
  profileStateWith({
    walls: {
      local: [1800, 1820, 1790],
      pool: [(pass) => rampedPass(pass, 929), (pass) => rampedPass(pass, 940), 'failed'],
      ...walls,
    },
    plan: { workers, tasks },
  });

const two = profileOf(2, 20);
const sixteen = profileOf(16, 64);
const many = profileOf(128, 512);
const [small, large] = [
  { columns: 60, rows: 16 },
  { columns: 120, rows: 40 },
];

/** Three workers on one node and one on another, busy for 2 s of a pass of 10 s. */
const cluster = profileStateWith({
  walls: {
    ray: [
      (pass) => ({
        ...onRay(pass, 10_000),
        spans: [0, 1, 2, 3].map((worker) =>
          spanWith(worker, [100 * worker, 2000], {
            onCpu: 0.75 * (2000 - 100 * worker),
            node: worker < 3 ? 'a1' : 'b2',
          }),
        ),
      }),
    ],
  },
  plan: { tasks: 4 },
});

test('2 workers: every task from its start, and what is idle before and behind them', () => {
  assert.equal(
    frameText(screen(two)),
    `
╭─ fibtui ───────────────────────────────────────────────────────── TIMELINE ─╮
│ P pool   round 1 of 3, the typical one   0 to 929 ms                        │
├─ WHAT EACH WORKER DID ──────────────────────────────────────────────────────┤
│ w1 │▓▓▓▓▓│▓░▓▓▓│▓▓▓▓▓│▓▓░▓▇│▓▓▓▓░│▓▓▓▓│▓▓▓▓▓│░▓▓▓▓│▓▓░▓▓│▓×▓▓▓▁······  84 % │
│ w2 ·│×▓▓▓▆│▓▓░▓│▓▓▓▓▓│▓▓▓▓░│▓▓▓▓▓│░▓▓▓▇│▓▓▓▓│▓▓░▓▓│▓▓▓▓▓│▓▓▓×▓▁······  83 % │
│    │0            │200 ms       │400 ms       │600 ms       │800 ms     busy │
│ ▓ on a CPU  75 %   ░ waiting for a CPU   7 %   × blocked   2 %              │
│ · idle  16 %   ▁-▇ part of the time   │ a task starts                       │
│ 10 tasks a worker   first start 9.29 to 18.6 ms   last end 831 ms           │
│ longest gap 4.65 ms (w2)                                                    │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 g back  +/- zoom  ←/→ time  0 whole  c case  ,/. round  ? help  q quit
`,
  );
});

test('2 workers in the smallest window', () => {
  assert.equal(
    frameText(screen(two), small),
    `
╭─ fibtui ───────────────────────────────────── TIMELINE ─╮
│ P pool   round 1 of 3, the typical one   0 to 929 ms    │
├─ WHAT EACH WORKER DID ──────────────────────────────────┤
│ w1 ▄▓▓▓▆▓▓▓░▓▓▓▆▓▓▓▆▓▓▓▆░▓▓▆▓▓▓▇░▓▓▓▆▓▓▓▆▓▓▓▁····  84 % │
│ w2 ▁▓×▓▆▓▓▓▆▓░▓▇▇▓▓▇▇▓▓▇▇▓░▓▆▓▓▓▆▓░▓▆▓▓▓▆▓▓▓▁····  83 % │
│    │0       │200 ms   │400 ms   │600 ms   │800 ms  busy │
│ ▓ on a CPU  75 %   ░ waiting for a CPU   7 %            │
│ × blocked   2 %   · idle  16 %   ▁-▇ part of the time   │
│ │ a task starts                                         │
│ 10 tasks a worker   first start 9.29 to 18.6 ms         │
│ last end 831 ms   longest gap 4.65 ms (w2)              │
│                                                         │
│                                                         │
╰─────────────────────────────────────────────────────────╯
 g back  +/- zoom  ←/→ time  c case  ,/. round  ? help
`,
  );
});

test('2 workers in a large window', () => {
  assert.equal(
    frameText(screen(two), large),
    `
╭─ fibtui ───────────────────────────────────────────────────────────────────────────────────────────────── TIMELINE ─╮
│ P pool   round 1 of 3, the typical one   0 to 929 ms                                                                │
├─ WHAT EACH WORKER DID ──────────────────────────────────────────────────────────────────────────────────────────────┤
│ w1 ·│▓▓▓▓▓▓░▓│▓▓▓▓▓▓▓▓│▓░▓▓▓▓▓▓▇│▓▓▓▓▓▓▓▓│▓▓▓░▓▓▓▓▆│▓░▓▓▓▓×▓│▓▓▓▓▓░▓▓▅│▓▓▓▓▓▓▓▓│▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▇···········  84 % │
│ w2 ··│▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓│▓▓░▓▓▓▓▓▅│░▓▓▓▓▓▓▇│▓▓▓▓░▓▓▓│▓▓▓▓▓▓▓▓×│▓▓▓▓▓▓░▇│▓▓▓▓▓▓▓▓│▓░▓▓▓▓▓▓▄│▓▓▓▓×▓▓▇···········  83 % │
│    │0         │100 ms    │200 ms     │300 ms    │400 ms     │500 ms    │600 ms    │700 ms     │800 ms          busy │
│ ▓ on a CPU  75 %   ░ waiting for a CPU   7 %   × blocked   2 %   · idle  16 %   ▁-▇ part of the time                │
│ │ a task starts                                                                                                     │
│ 10 tasks a worker   first start 9.29 to 18.6 ms   last end 831 ms   longest gap 4.65 ms (w2)                        │
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
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 g back  +/- zoom  ←/→ time  0 whole  c case  ,/. round  ? help  q quit
`,
  );
});

test('16 workers leave what stands around them the rows that are left', () => {
  const draw = screen(sixteen);
  assert.deepEqual(zoneLines(draw, 'rows'), [
    'w01 │▓▓▓▓▓▓▓░▓▓▓▓▓▆│▓▓▓▓▓░▓▓▓▓▓▓▓│▓▓▓▓▓▓▓▓▓▓▓▓░▆│▓▓▓▓▓░▓▓▓▓×▓▓▁······  87 %',
    'w02 ·│×▓▓▓▓▓▓▓░▓▓▓▓│▓▓▓▓▓▓▓░▓▓▓▓▓│▓░▓▓▓▓▓▓▓▓▓▓▓▇│▓▓▓▓▓▓▓▓▓▓▓▓×▁······  86 %',
    'w03 ·│▓▓×▓▓▓▓▓▓▓░▓▓▆│▓▓▓▓▓▓▓▓░▓▓▓▇│▓▓░▓▓▓▓×▓▓▓▓▓│▓░▓▓▓▓▓▓▓▓▓▓▓▁······  85 %',
    'w04 ··│▓▓▓░▓▓▓▓▓▓▓░▓│▓▓▓▓▓▓▓▓▓▓░▓▓│▓▓▓▓▓▓▓▓▓×▓▓▓│▓▓▓░▓▓▓▓▓▓▓▓▓▁······  84 %',
    'w05 ···│▓▓▓▓░▓▓▓▓▓▓▓░│▓▓▓×▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▓▓░▓│▓▓▓▓▓░▓▓▓▓▓▓▓▁······  83 %',
    'w06 ···│▓▓▓▓▓▓░▓▓▓▓▓▓│▓▓▓▓▓×▓▓▓▓▓▓▇│▓▓▓▓▓▓▓▓▓▓▓▓│▓▓▓▓▓▓▓░▓▓▓▓▓▁······  82 %',
    'w07 ····│▓▓▓▓▓▓▓░▓▓▓▓▆│▓▓▓▓▓▓×▓▓▓▓▓│▓░▓▓▓▓▓▓▓▓▓▓▆│░▓▓▓▓▓▓▓░▓▓▓▁······  81 %',
    'w08 ·····│×▓▓▓▓▓▓▓░▓▓▓│▓▓▓▓▓▓▓▓░▓▓▓│▓▓▓░▓▓▓▓▓▓▓▓▇│▓▓░▓▓▓▓▓▓▓▓▓▁······  80 %',
    'w09 ·····│▓▓×▓▓▓▓▓▓▓░▓▆│▓▓▓▓▓▓▓▓▓░▓▇│▓▓▓▓░▓▓▓▓×▓▓│▓▓▓▓░▓▓▓▓▓▓▓▁······  79 %',
    'w10 ······│▓▓▓░▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▓▓×│▓▓▓▓▓▓░▓▓▓▓▓▁······  78 %',
    'w11 ·······│▓▓▓▓░▓▓▓▓▓▓│░▓▓▓▓×▓▓▓▓▓▓│░▓▓▓▓▓▓▓▓▓▓▓│░▓▓▓▓▓▓▓░▓▓▓▁······  77 %',
    'w12 ·······│▓▓▓▓▓▓░▓▓▓▓▓│▓░▓▓▓▓×▓▓▓▓▇│▓░▓▓▓▓▓▓▓▓▓│▓▓░▓▓▓▓▓▓▓░▓▁······  76 %',
    'w13 ········│▓▓▓▓▓▓▓░▓▓▓│▓▓▓▓▓▓▓▓×▓▓▓│▓▓▓░▓▓▓▓▓▓▓│▓▓▓▓░▓▓▓▓▓▓▓▁······  75 %',
    'w14 ·········│×▓▓▓▓▓▓▓░▓▓│▓▓▓▓▓▓▓▓▓░▓│▓▓▓▓▓░▓▓▓▓▓▇│▓▓▓▓▓░▓▓▓▓▓▁······  74 %',
    'w15 ·········│▓▓×▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▓▓░│▓▓▓▓▓▓░▓▓▓▓│▓▓▓▓▓▓▓░▓▓▓▁······  73 %',
    'w16 ··········│▓▓▓░▓▓▓▓▓▓▓│▓▓▓▓▓▓▓▓▓▓▓│░▓▓▓▓▓▓▓▓▓▓│▓×▓▓▓▓▓▓▓░▓▁······  72 %',
    '    │0           │200 ms       │400 ms       │600 ms       │800 ms     busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend'), [
    '▓ CPU  72 %  ░ wait   6 %  × block   2 %  · idle  21 %  ▁-▇ part  │ start',
  ]);
  assert.deepEqual(zoneLines(draw, 'figures'), [
    '4 tasks a worker   first start 9.29 to 149 ms   last end 831 ms',
  ]);
});

test('16 workers in the smallest window are scrolled', () => {
  const draw = screen(sixteen);
  assert.deepEqual(zoneLines(draw, 'head', small), [
    'P pool   round 1 of 3   0 to 929 ms   rows 1-7 of 16',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows', small), [
    'w01 │▓▓▓▓▓▓▓░▓│▓▓▓▓▓▓▓▓▓│░▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▂····  87 %',
    'w02 │▓×▓▓▓▓▓▓▓│▓▓▓▓▓▓▓▓▓│▓▓░▓▓▓▓▓▓│░▓▓▓▓▓▓▓▓▂····  86 %',
    'w03 ·│▓▓×▓▓▓▓▓▇│░▓▓▓▓▓▓▓│▓▓▓▓░▓▓▓▓│▓▓░▓▓▓▓×▓▂····  85 %',
    'w04 ·│▓▓▓▓░▓▓▓▓│▓▓░▓▓▓▓▓▇│▓▓▓▓▓░▓▓│▓▓▓▓▓▓▓▓▓×····  84 %',
    'w05 ··│▓▓▓▓▓░▓▓│▓▓▓▓░▓▓▓▓│▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▂····  83 %',
    'w06 ··│▓▓▓▓▓▓▓░▇│▓▓▓▓▓▓▓▓│▓×▓▓▓▓▓▓▇│▓▓▓▓▓▓▓▓▂····  82 %',
    'w07 ···│▓▓▓▓▓▓▓▓│▓▓▓▓▓▓▓▓│▓▓▓×▓▓▓▓▓│▓░▓▓▓▓▓▓▂····  81 %',
    '    │0       │200 ms   │400 ms   │600 ms  │800 ms  busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend', small), [
    '▓ CPU  76 %   ░ wait   7 %   × block   2 %',
    '· idle  16 %   ▁-▇ part   │ start',
  ]);
  assert.deepEqual(zoneLines(draw, 'figures', small), [
    '4 tasks a worker   first start 9.29 to 149 ms',
  ]);
  assert.equal(keysText(draw, small), 'g back  +/- zoom  ↑/↓ workers  c case  ,/. round  ? help');
});

test('16 workers in a large window', () => {
  const draw = screen(sixteen);
  assert.deepEqual(zoneLines(draw, 'rows', large), [
    '── WHAT EACH WORKER DID',
    'w01 ·│▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▇│▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓│▓▓░▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▓▅│▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓···········  87 %',
    'w02 ··│▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▅│▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▆│▓▓▓▓▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▇│▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▓▓···········  86 %',
    'w03 ···│×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓│▓▓▓▓▓▓▓░▓▓▓▓×▓▓▓▓▓▓▓░▓│▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓│▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×···········  85 %',
    'w04 ····│▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓│░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓│▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓···········  84 %',
    'w05 ·····│▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▓▓▓▓▓│▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓│░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▅│▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓···········  83 %',
    'w06 ······│▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▓▇│▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▇│▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▇│▓▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓···········  82 %',
    'w07 ·······│▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▅│▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓│▓▓▓░▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓│▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▓···········  81 %',
    'w08 ········│▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓│▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▇│▓▓▓▓▓▓▓▓▓×▓▓▓▓▓▓▓░▓▓│▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓···········  80 %',
    'w09 ·········│▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░│▓▓▓▓▓▓░▓▓▓▓×▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▆│▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓···········  79 %',
    'w10 ··········│▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓│▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▓▓▓▓▓│▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓│▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓···········  78 %',
    'w11 ···········│░▓▓▓▓▓▓▓░▓▓▓▓×▓▓▓▓▓▆│░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▄│░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓│▓░▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓···········  77 %',
    'w12 ············│▓░▓▓▓▓▓▓▓░▓▓▓▓×▓▓▓▓▄│▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓│▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▄│▓▓▓▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓···········  76 %',
    'w13 ·············│▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▓│▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▄│▓▓▓░▓▓▓▓×▓▓▓▓▓▓▓░▓▆│▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓···········  75 %',
    'w14 ··············│▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓│▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓│▓▓▓▓▓▓▓▓▓▓×▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓···········  74 %',
    'w15 ···············│▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▇│▓▓▓▓▓░▓▓▓▓×▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓│░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓···········  73 %',
    'w16 ················│▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▓▓×▓▓▓▓▓▓│░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▄│▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓···········  72 %',
    '    │0         │100 ms    │200 ms    │300 ms     │400 ms    │500 ms    │600 ms     │700 ms    │800 ms          busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend', large), [
    '▓ on a CPU  72 %   ░ waiting for a CPU   6 %   × blocked   2 %   · idle  21 %   ▁-▇ part of the time',
    '│ a task starts',
  ]);
  assert.deepEqual(zoneLines(draw, 'figures', large), [
    '4 tasks a worker   first start 9.29 to 149 ms   last end 831 ms   longest gap 4.65 ms (w08)',
  ]);
});

test('128 workers stand in groups, how many of them are in a task as the height of a cell', () => {
  const draw = screen(many);
  assert.deepEqual(zoneLines(draw, 'head'), [
    'P pool   round 1 of 3, the typical one   0 to 929 ms   8 workers a row',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows'), [
    'w001-008 ▁▂▄▅▇▓▓▓░▓▓▓▓▓▇▇▇▓▓▓▓░▓▓▓▓▓▇▇░▓▓▓▓▓▓▓▓▓▓▇▇░▓▓▓▓▓▓▓░▓▓▆······  84 %',
    'w009-016 ·····▁▂▄×▇▓▓▓▓▓▓░▇▇▇▇▓▓▓▓▓▓▓▓░▇▇▓▓▓▓▓░▓▓▓▇×▓▓▓▓▓▓▓░▓▓▆······  76 %',
    'w017-024 ▁▂▄░▇▓▓▓▓▓▓▓▓▓▇▇░▓▓▓▓▓▓▓░▓▓▇▇▓▓▓▓▓▓▓▓░▓▓▇▇▓▓▓▓▓▓▓▓░▓▓▆······  84 %',
    'w025-032 ·····▁▂▄▆▇▓░▓▓▓▓▓▇▇▇▇▓▓▓░▓▓▓▓▇▇▇▓▓▓▓▓×▓▓▓▇▆▓▓░▓▓▓▓▓▓▓▆······  76 %',
    'w033-040 ▁▂▄▅▇▓▓▓▓▓▓░▓▓▇▇▇▓▓▓▓▓▓▓×▓▓▇▇▓▓▓░▓▓▓▓▓▓▓▇▇▓▓▓░▓▓▓▓▓▓▓░······  84 %',
    'w041-048 ·····▁░▄▆▇▓×▓▓▓▓▓▇▇░▇▓▓▓▓▓▓▓▓▇▇▇░▓▓▓▓▓▓▓░▇▆▓▓▓▓▓▓▓▓▓▓░······  76 %',
    'w049-056 ▁▂▄▅▇▓░▓▓▓▓▓▓▓▇▇▇▓▓░▓▓▓▓▓▓▓░▇▓▓▓▓▓▓▓▓▓▓▓░▇▓▓▓▓▓▓▓▓▓▓▓×······  84 %',
    'w057-064 ·····▁×▄▆▇▓▓▓▓░▓▓▇▇▇▇▓▓▓▓▓▓░▓▇▇▇▓▓▓░▓▓▓▓×▇▆▓▓▓▓▓░▓▓▓▓▆······  76 %',
    'w065-072 ▁░▄▅▇▓▓▓▓▓▓▓▓▓░▇▇▓▓▓▓▓░▓▓▓▓×▇▓▓▓▓▓▓░▓▓▓▓▇▇▓▓▓▓▓▓░▓▓▓▓▆······  84 %',
    'w073-080 ·····▁▂▄▆░▓▓▓▓▓▓▓▇▇▇▇▓░▓▓▓▓▓▓▇▇▇▓▓▓×▓▓▓▓▓▇▆░▓▓▓▓▓▓▓▓▓▆······  76 %',
    'w081-088 ▁▂▄▅▇▓▓▓▓░▓▓▓▓▇▇▇▓▓▓▓▓×▓▓▓▓▇▇▓░▓▓▓▓▓▓▓▓▓▇▇▓░▓▓▓▓▓▓▓░▓▆······  84 %',
    'w089-096 ·····▁▂▄▆×▓▓▓▓▓▓▓░▇▇▇▓▓▓▓▓▓▓▓▇░▇▓▓▓▓▓▓░▓▓▇▆▓▓▓▓▓▓▓▓░▓▆······  76 %',
    'w097-104 ▁▂▄▅░▓▓▓▓▓▓▓▓▓▇▇▇░▓▓▓▓▓▓▓░▓▇▇▓▓▓▓▓▓▓▓▓░▓▇▇▓▓▓▓▓▓▓▓▓×▓▆······  84 %',
    'w105-112 ·····▁▂▄▆▇▓▓░▓▓▓▓▇▇▇▇▓▓▓▓░▓▓▓▇▇▇▓░▓▓▓▓×▓▓▇▆▓▓▓░▓▓▓▓▓▓▆······  76 %',
    'w113-120 ▁▂▄▅▇▓▓▓▓▓▓▓░▓▇▇▇▓▓▓░▓▓▓▓×▓▇▇▓▓▓▓░▓▓▓▓▓▓▇▇▓▓▓▓░▓▓▓▓▓▓▆······  84 %',
    'w121-128 ·····▁▂░▆▇▓▓▓▓▓▓▓▇▇▇░▓▓▓▓▓▓▓▓▇▇▇▓×▓▓▓▓▓▓▓░▆▓▓▓▓▓▓▓▓▓▓▆······  76 %',
    '         │0          │200 ms      │400 ms      │600 ms      │800 ms    busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend'), [
    '▓ CPU  72 %  ░ wait   6 %  × block   2 %  · idle  21 %  ▁-▇ part',
  ]);
  assert.equal(
    keysText(draw),
    'g back  +/- zoom  ←/→ time  w each worker  c case  ,/. round  ? help  q quit',
  );
});

test('128 workers in the smallest window', () => {
  const draw = screen(many);
  assert.deepEqual(zoneLines(draw, 'rows', small), [
    '── WHAT THE WORKERS DID   32 a row, their mean',
    'w001-032 ▁▂▃▄▅▇▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▇▇░▓▓▓▓▓▆····  80 %',
    'w033-064 ▁▂▃▄▅▇▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▇▇▓▓▓░▓▓▆····  80 %',
    'w065-096 ▁▂▃▄▅▇▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▇▓▓▓▓▓▓░····  80 %',
    'w097-128 ▁▂▃▄░▇▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▇▇▓▓▓▓▓▓▆····  80 %',
    '         │0                   │500 ms              busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend', small), [
    '▓ on a CPU  72 %   ░ waiting for a CPU   6 %',
    '× blocked   2 %   · idle  20 %   ▁-▇ part of the time',
  ]);
  assert.deepEqual(zoneLines(draw, 'figures', small), [
    '4 tasks a worker   first start 9.29 to 149 ms',
    'last end 831 ms   longest gap 4.65 ms (w008)',
  ]);
  assert.equal(keysText(draw, small), 'g back  +/- zoom  w each worker  c case  ,/. round  ? help');
});

test('128 workers in a large window', () => {
  const draw = screen(many);
  assert.deepEqual(zoneLines(draw, 'head', large), [
    'P pool   round 1 of 3, the typical one   0 to 929 ms   4 workers a row',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows', large), [
    'w001-004 ·▂▄▆▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▇▇▇▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▆▆▓▓▓░▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▆▆▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▄··········  86 %',
    'w005-008 ·····▂▄▆░▓▓▓▓▓▓▓░▓▓▓▓×▓▓▓▓▆▇▇░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▆▆▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▆▆▓▓▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▄··········  82 %',
    'w009-012 ·········▂▄▆▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▇▇▓▓▓▓▓░▓▓▓▓×▓▓▓▓▓▓▆░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▆▆░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▄··········  78 %',
    'w013-016 ·············▂▄▆░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▇▇▇▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▆▆▓▓▓▓▓░▓▓▓▓×▓▓▓▓▓▓▆░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▄··········  74 %',
    'w017-020 ·▂▄░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▇░▇▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▆▆▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▆▆▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▓▓▓▓▄··········  86 %',
    'w021-024 ·····▂▄▆▓▓▓▓▓▓▓▓×▓▓▓▓▓▓▓░▓▆▇▇▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▆▆▓×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▆▆▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▄··········  82 %',
    'w025-028 ·········▂▄░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▇▇▇▓▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▆▆▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▆▆×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▄··········  78 %',
    'w029-032 ·············▂▄▆▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▇▇▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▆▆▓▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▆▆▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▄··········  74 %',
    'w033-036 ·▂▄▆▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▇×▇▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▆▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▆▆▓▓▓▓▓▓▓▓▓▓×▓▓▓▓▓▓▓░▓▄··········  86 %',
    'w037-040 ·····▂▄▆▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▆▇▇▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▆▆▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▆▆▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▄··········  82 %',
    'w041-044 ·········▂▄×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▇▇▇░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▆▆▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▆▆▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▄··········  78 %',
    'w045-048 ·············▂▄▆▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▇▇▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▆▆░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▆▆▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▄··········  74 %',
    'w049-052 ·▂▄▆▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▇▇▇▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▆▆▓▓▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▆▆▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▄··········  86 %',
    'w053-056 ·····▂░▆▓▓▓▓▓▓░▓▓▓▓×▓▓▓▓▓▓▆░▇▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▆░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▆▆▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▓▄··········  82 %',
    'w057-060 ·········▂▄▆▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▇▇▇▓▓▓░▓▓▓▓×▓▓▓▓▓▓▓░▆▆▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▆▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▄··········  78 %',
    'w061-064 ·············▂░▆▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▇▇▇░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▆▆▓▓▓░▓▓▓▓×▓▓▓▓▓▓▓░▆▆▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▄··········  74 %',
    'w065-068 ·▂▄▆▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▇▇▇▓×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▆▆▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▆▆░▓▓▓▓▓▓▓░▓▓▓▓×▓▓▓▓▓▓▄··········  86 %',
    'w069-072 ·····▂▄▆▓▓▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▆▇▇▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▆×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▆░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▄··········  82 %',
    'w073-076 ·········░▄▆▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▇▇▇▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▆▆▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▆▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▄··········  78 %',
    'w077-080 ·············▂▄▆▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▇▇▇▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▆▆▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▆▆▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▄··········  74 %',
    'w081-084 ·▂▄▆▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×▇▇▇▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▆▆▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▆▆▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▄··········  86 %',
    'w085-088 ·····▂▄▆▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▆▇▇▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▓▆▆▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▆▆▓▓░▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▄··········  82 %',
    'w089-092 ·········×▄▆▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▇░▇▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▆▆░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▓▓▆▆▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▄··········  78 %',
    'w093-096 ·············▂▄▆▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▇▇▇▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▆▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▆▆░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▓▄··········  74 %',
    'w097-100 ·▂▄▆░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▇▇░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▆▆▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▆▆▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▄··········  86 %',
    'w101-104 ·····▂▄▆▓▓▓▓░▓▓▓▓×▓▓▓▓▓▓▓░▆▇▇▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▆▆▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▆▆▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▄··········  82 %',
    'w105-108 ·········▂▄▆░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▇▇▇▓░▓▓▓▓×▓▓▓▓▓▓▓░▓▓▆▆▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▆▆▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▄··········  78 %',
    'w109-112 ·············▂▄▆▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▇░▇▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▆▆▓░▓▓▓▓×▓▓▓▓▓▓▓░▓▓▆▆▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▄··········  74 %',
    'w113-116 ·▂▄▆▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▇▇×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▆░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▆▓▓▓▓▓▓▓▓▓▓▓×▓▓▓▓▓▓▓░▄··········  86 %',
    'w117-120 ·····▂▄▆▓▓▓▓×▓▓▓▓▓▓▓░▓▓▓▓▓▆▇▇▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▆▆▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▆▆▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▄··········  82 %',
    'w121-124 ·········▂▄▆▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▇▇▇▓×▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▆▆▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▓▆▆▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▄··········  78 %',
    'w125-128 ·············▂▄▆▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▇×▇▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▆▆▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▆▆▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▄··········  74 %',
    '         │0        │100 ms    │200 ms    │300 ms    │400 ms   │500 ms    │600 ms    │700 ms    │800 ms         busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend', large), [
    '▓ on a CPU  72 %   ░ waiting for a CPU   6 %   × blocked   2 %   · idle  20 %   ▁-▇ part of the time',
  ]);
  assert.deepEqual(zoneLines(draw, 'figures', large), [
    '4 tasks a worker   first start 9.29 to 149 ms   last end 831 ms   longest gap 4.65 ms (w008)',
  ]);
  assert.equal(
    keysText(draw, large),
    'g back  +/- zoom  ←/→ time  0 whole  w each worker  c case  ,/. round  ? help  q quit',
  );
});

test('128 workers, each in a row of its own', () => {
  const draw = screen(many, { single: true, top: 64 });
  assert.deepEqual(zoneLines(draw, 'head'), [
    'P pool   round 1 of 3, the typical one   0 to 929 ms   rows 65-80 of 128',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows'), [
    'w065 │░▓▓▓▓▓▓▓▓▓▓▓▓│▓▓▓▓▓▓▓░▓▓▓▓×▆│▓▓▓▓▓░▓▓▓▓▓▓▓│▓▓▓▓░▓▓▓▓▓▓▓░▂······  87 %',
    'w066 ·│▓░▓▓▓▓▓▓▓▓▓▓▓│░▓▓▓▓▓▓▓▓▓▓▓▓│▓▓▓▓▓▓▓░▓▓▓▓▓│▓▓▓▓▓▓░▓▓▓▓▓▓▂······  86 %',
    'w067 ·│▓▓▓░▓▓▓▓▓▓▓▓▓│▓▓░▓▓▓▓▓▓▓▓▓▓│▓×▓▓▓▓▓▓▓░▓▓▓│▓▓▓▓▓▓▓▓░▓▓▓▓▂······  85 %',
    'w068 ··│▓▓▓▓░▓▓▓▓×▓▓▓│▓▓▓░▓▓▓▓▓▓▓▓▆│▓▓░▓▓▓▓▓▓▓░▓│▓▓▓▓▓▓▓▓▓▓░▓▓▂······  84 %',
    'w069 ···│▓▓▓▓▓▓▓▓▓▓×▓│▓▓▓▓▓░▓▓▓▓▓▓▓│▓▓▓▓░▓▓▓▓▓▓▓░│▓▓▓×▓▓▓▓▓▓▓░▂······  83 %',
    'w070 ···│▓▓▓▓▓▓▓▓▓▓▓▓░│▓▓▓▓▓▓░▓▓▓▓▓│▓▓▓▓▓▓░▓▓▓▓▓▇│▓▓▓▓▓×▓▓▓▓▓▓▂······  82 %',
    'w071 ····│░▓▓▓▓▓▓▓▓▓▓▓│░▓▓▓▓▓▓▓░▓▓▓▆│▓▓▓▓▓▓▓░▓▓▓▓│▓▓▓▓▓▓▓░▓▓▓▓▂······  81 %',
    'w072 ·····│▓░▓▓▓▓▓▓▓▓▓▇│▓░▓▓▓▓▓▓▓░▓▓│▓×▓▓▓▓▓▓▓░▓▓│▓▓▓▓▓▓▓▓▓░▓▓▂······  80 %',
    'w073 ·····│▓▓▓░▓▓▓▓▓▓▓▓│▓▓▓░▓▓▓▓▓▓▓▓│▓▓▓×▓▓▓▓▓▓▓░│▓▓▓▓▓▓▓▓▓▓▓░▂······  79 %',
    'w074 ······│▓▓▓▓░▓▓▓▓×▓▇│▓▓▓▓░▓▓▓▓▓▓▅│▓▓▓▓░▓▓▓▓▓▓│░▓▓▓▓▓▓▓▓▓▓▓▂······  78 %',
    'w075 ·······│▓▓▓▓▓▓▓▓▓▓×│▓▓▓▓▓▓░▓▓▓▓▓│▓▓▓▓▓▓░▓▓▓▓│▓▓░▓▓▓▓×▓▓▓▓▂······  77 %',
    'w076 ·······│▓▓▓▓▓▓▓▓▓▓▓▇│▓▓▓▓▓▓▓░▓▓▓│▓▓▓▓▓▓▓▓░▓▓▆│▓▓▓▓▓▓▓▓×▓▓▂······  76 %',
    'w077 ········│░▓▓▓▓▓▓▓▓▓▓│▓░▓▓▓▓▓▓▓░▓│▓▓▓▓▓▓▓▓▓▓░▓│▓▓▓▓▓▓▓▓▓▓×▂······  75 %',
    'w078 ········│▓▓░▓▓▓▓▓▓▓▓▆│▓▓░▓▓▓▓▓▓▓░│▓▓▓×▓▓▓▓▓▓▓│▓▓▓▓▓▓▓▓▓▓▓▂······  74 %',
    'w079 ·········│▓▓▓░▓▓▓▓▓▓▓│▓▓▓▓░▓▓▓▓▓▓│▓▓▓▓▓×▓▓▓▓▓│▓░▓▓▓▓▓▓▓▓▓▂······  73 %',
    'w080 ··········│▓▓▓▓░▓▓▓▓×▆│▓▓▓▓▓░▓▓▓▓│▓▓▓▓▓▓▓░▓▓▓│▓▓▓░▓▓▓▓▓▓▓▂······  72 %',
    '     │0           │200 ms       │400 ms       │600 ms       │800 ms    busy',
  ]);
  assert.equal(
    keysText(draw),
    'g back  +/- zoom  ←/→ time  ↑/↓ workers  w groups  c case  ,/. round  ? help',
  );
});

test('and in the smallest window', () => {
  const draw = screen(many, { single: true, top: 121 });
  assert.deepEqual(zoneLines(draw, 'head', small), ['P pool   round 1 of 3   0 to 929 ms']);
  assert.deepEqual(zoneLines(draw, 'rows', small), [
    'w122 ····│▓▓▓▓░▓▓▓│×▓▓▓▓▓▓▆│▓▓▓▓▓▓▓│▓▓▓▓░▓▓▓▃····  78 %',
    'w123 ····│▓▓▓▓▓▓▓▓│▓▓×▓▓▓▓▓│▓░▓▓▓▓▓│▓▓▓▓▓▓░▓▃····  77 %',
    'w124 ·····│▓▓▓▓▓▓▓│▓▓▓▓░▓▓▓│▓▓▓░▓▓▓▆│▓▓▓▓▓▓▓░····  76 %',
    'w125 ·····│▓░▓▓▓▓▓▓│▓▓▓▓▓░▓│▓▓▓▓▓░▓▇│▓×▓▓▓▓▓▃····  75 %',
    'w126 ······│▓▓░▓▓▓▓│▓▓▓▓▓▓▓│▓▓▓▓▓▓▓░│▓▓▓×▓▓▓▃····  74 %',
    'w127 ······│▓▓▓▓░▓▓│▓▓▓▓▓▓▓▇│░▓▓▓▓▓▓│▓▓▓▓▓×▓▃····  73 %',
    'w128 ·······│▓▓▓▓▓░▓│▓▓×▓▓▓▓│▓▓░▓▓▓▓│▓▓▓▓▓▓▓░····  72 %',
    '     │0       │200 ms  │400 ms   │600 ms  │800 ms  busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend', small), [
    '▓ CPU  68 %   ░ wait   6 %   × block   2 %',
    '· idle  25 %   ▁-▇ part   │ start',
  ]);
});

test('a part of a pass, between marks of its own', () => {
  const draw = screen(two, { zoom: 3, start: 0.25 });
  assert.deepEqual(zoneLines(draw, 'head'), [
    'P pool   round 1 of 3, the typical one   232 to 348 ms of 929 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows'), [
    '── WHAT EACH WORKER DID',
    'w1 ▓▓▓▓▓▓▓▓░▓▓▅··│▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▓▓▅··│▓░▓▓  92 %',
    'w2 ▓▓×▓▓▓▓▓▓▓░▓▓▓▓▂·│▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▓▆··│░  92 %',
    '       │240 ms    │260 ms     │280 ms    │300 ms    │320 ms            busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend'), [
    '▓ on a CPU  83 %   ░ waiting for a CPU   7 %   × blocked   2 %',
    '· idle   8 %   ▁-▇ part of the time   │ a task starts',
  ]);
});

test('scrolled to its end, in ASCII alone', () => {
  const draw = screen(sixteen, { zoom: 2, start: 0.25, top: 99 });
  assert.deepEqual(zoneLines(draw, 'head', { ...small, ascii: true }), [
    'P pool   round 1 of 3   232 to 465 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows', { ...small, ascii: true }), [
    'w10 ========1|w=======w============w============1  96 %',
    'w11 =========4|=w=======w====b=======w===========  98 %',
    'w12 =w========6|==w=======w====b=======w=========  98 %',
    'w13 ===w========1|==w============b=======w=======  98 %',
    'w14 =====w====b==4|===w============w=======w=====  98 %',
    'w15 ============b=7|====w============w=======w===  98 %',
    'w16 =w============w=2|====w============w=========  98 %',
    '       |250 ms   |300 ms  |350 ms   |400 ms        busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend', { ...small, ascii: true }), [
    '= CPU  88 %   w wait   8 %   b block   2 %',
    '. idle   2 %   1-7 part   | start',
  ]);
  assert.equal(
    keysText(draw, { ...small, ascii: true }),
    'g back  +/- zoom  c case  ,/. round  ? help',
  );
});

test('a failed pass says why there is nothing to see', () => {
  const draw = screen(two, { round: 3 });
  assert.deepEqual(zoneLines(draw, 'head', small), ['P pool   round 3 of 3', '']);
  assert.deepEqual(zoneLines(draw, 'reason', small), [
    '! pool: worker 2 died. Run it again with fewer workers.',
  ]);
  assert.equal(keysText(draw, small), 'g back  c case  ,/. round  ? help  q quit');
});

test('a cancelled pass says so', () => {
  const draw = screen(profileOf(2, 20, { pool: ['cancelled', undefined, undefined] }), {
    case: 'pool',
  });
  assert.deepEqual(zoneLines(draw, 'head', small), ['P pool   round 1 of 3', '']);
  assert.deepEqual(zoneLines(draw, 'reason', small), [
    'This pass was cancelled: nothing of it is kept.',
  ]);
  assert.equal(keysText(draw, small), 'g back  c case  ? help  q quit');
});

test('workers of a cluster stand by node, and nobody tells why they were not on a CPU', () => {
  const draw = screen(cluster);
  assert.deepEqual(zoneLines(draw, 'head', small), ['R ray   round 1 of 1   0 to 2.00 s']);
  assert.deepEqual(zoneLines(draw, 'rows', small), [
    "── WHAT EACH WORKER DID   from the first task's start",
    'n1 w1 │▒▒○▒▒▒▒○▒▒○▒▒▒▒○▒▒▒▒○▒▒○▒▒▒▒○▒▒○▒▒▒▒○▒▒▒▒○ 100 %',
    'n1 w2 ··│▒▒○▒▒▒▒○▒▒○▒▒▒▒○▒▒▒▒○▒▒○▒▒▒▒○▒▒○▒▒▒▒○▒▒▒  95 %',
    'n1 w3 ····│▒▒○▒▒▒▒○▒▒○▒▒▒▒○▒▒▒▒○▒▒○▒▒▒▒○▒▒○▒○▒▒○▒  90 %',
    'n2 w4 ······│▒▒○▒▒▒▒○▒▒○▒▒▒▒○▒▒▒▒○▒▒○▒▒▒▒○▒▒▒▒○▒▒  85 %',
    '      │0        │500 ms    │1.0 s     │1.5 s       busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend', small), [
    '▒ on a CPU  69 %   ○ unknown  23 %   · idle   8 %',
    '▁-▇ part of the time   │ a task starts',
  ]);
  assert.deepEqual(zoneLines(draw, 'figures', small), [
    '1 task a worker   first start 0.00 to 300 ms',
    'last end 2.00 s',
  ]);
  assert.equal(keysText(draw, small), 'g back  +/- zoom  ←/→ time  0 whole  ? help  q quit');
});

test('where the system tells nothing a task is a task', () => {
  const draw = screen(profileOf(2, 4), { case: 'local' });
  assert.deepEqual(zoneLines(draw, 'head', small), [
    'L local   round 1 of 3, the typical one   0 to 1.80 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows', small), [
    '── WHAT EACH WORKER DID',
    'w1 │██████████│███████████│██████████│███████████ 100 %',
    '   │0          │500 ms      │1.0 s       │1.5 s    busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend', small), [
    '█ in a task 100 %   · idle   0 %   ▁-▇ part of the time',
    '│ a task starts',
  ]);
  assert.deepEqual(zoneLines(draw, 'figures', small), [
    '4 tasks   first start 0.00 ms   last end 1.80 s',
    'longest gap 0.00 ms',
  ]);
});

test('before a pass of a case has ended there is none to see, nor keys for it', () => {
  const opening = profileStateWith({ walls: { pool: [undefined] }, activity: { type: 'opening' } });
  const rows = rowsOf(screen(opening, {}, false), small);
  assert.match(rows[3] ?? '', /^│ No pass of pool has ended yet\. +│$/);
  assert.equal(rows.at(-1)?.trim(), 'g back  ? help');
});

test('a pass without a task says so', () => {
  const empty = () => ({ status: 'finished', wall: 10, spans: [] }) as const;
  const rows = rowsOf(screen(profileOf(2, 4, { pool: [empty] })));
  assert.match(rows[3] ?? '', /^│ This pass tells of no task\. +│$/);
});

test('during a run q is no key', () => {
  assert.match(rowsOf(screen(two)).at(-1) ?? '', /q quit/);
  assert.doesNotMatch(rowsOf(screen(two, {}, false)).at(-1) ?? '', /q quit/);
});

test('cells show that tasks waited as often as they did, other ones in every row', () => {
  const rows = rowsOf(screen(many), { columns: 200, rows: 40 }).filter((row) => /^│ w\d/.test(row));
  const places = rows.map((row) => [...row.matchAll(/░/g)].map(({ index }) => index));
  const cells = rows.join('').replaceAll(/[^░▓×]/g, '').length;
  const waiting = places.flat().length / cells;
  assert.ok(waiting > 0.07 && waiting < 0.09, String(waiting));
  assert.equal(new Set(places.map((of) => of.join())).size, rows.length);
});

test('what never waited never shows it', () => {
  const idle = (start: number) =>
    spanWith(0, [start, start + 3], { onCpu: 3, waiting: 0, blocked: 0 });
  const spans = Array.from({ length: 40 }, (_, index) => idle(index * 7.3));
  const profile = profileOf(1, 40, { pool: [() => ({ status: 'finished', wall: 300, spans })] });
  const rows = rowsOf(screen(profile)).filter((row) => /^│ w\d/.test(row));
  assert.equal(rows.length, 1);
  assert.doesNotMatch(rows.join(''), /[░×○]/);
});

const random = seeded(11);
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));

/** Includes passes that only a damaged file can contain. */
function anyPass(): Walls[string][number] {
  const scale = 10 ** between(-3, 7);
  const moment = () => scale * (random() * 1.2 - (random() < 0.1 ? 0.5 : 0));
  const spans = Array.from({ length: between(0, 200) }, () =>
    spanWith(random() < 0.02 ? between(0, 1e9) : between(0, 300), [moment(), moment()], {
      ...(random() < 0.5 ? { onCpu: moment() } : {}),
      ...(random() < 0.5 ? { waiting: moment(), blocked: moment() } : {}),
      ...(random() < 0.5 ? { node: `node ${between(0, 99)}` } : {}),
    }),
  );
  const outcome = { status: 'finished', wall: scale * random(), spans } as const;
  return random() < 0.9 ? () => outcome : 'failed';
}

test('a timeline fills any window with any pass, and nothing is wider or higher', () => {
  for (let sample = 0; sample < 200; sample++) {
    const window = {
      columns: between(60, 250),
      rows: between(16, 80),
      ascii: random() < 0.2,
    };
    const profile = profileOf(between(1, random() < 0.5 ? 40 : 1024), 8, { pool: [anyPass()] });
    const zoom = between(0, 12);
    const single = random() < 0.5;
    const view = { zoom, start: random() * (1 - 2 ** -zoom), top: between(0, 40), single };
    const rows = rowsOf(screen(profile, view), window);
    const where = `at ${JSON.stringify(window)}:\n${rows.join('\n')}`;
    assert.equal(rows.length, window.rows - 1, where);
    for (const row of rows) {
      assert.equal(row.length, window.columns - 1, `"${row}" ${where}`);
      assert.ok(!window.ascii || /^[ -~]*$/.test(row), `"${row}" is not ASCII ${where}`);
    }
  }
});

test('every worker stands in one row, wherever it is scrolled to', () => {
  for (let workers = 1; workers <= 200; workers += between(1, 12)) {
    const window = { columns: between(60, 120), rows: between(16, 60) };
    const profile = profileOf(workers, workers);
    const single = random() < 0.5;
    const { rows, lastTop } = timelineExtent({ ...wholePass, single }, profile, window);
    const names = Array.from({ length: Math.ceil(lastTop / rows) + 1 }, (_, page) =>
      rowsOf(screen(profile, { top: Math.min(page * rows, lastTop), single }), window),
    )
      .flat()
      .flatMap((row) => /^│ w(\d+)(?:-(\d+))? /.exec(row)?.slice(1, 3) ?? [])
      .filter((name) => name !== undefined);
    assert.equal(Number(names[0]), 1);
    assert.equal(Number(names.at(-1)), workers);
    const where = `${workers} workers, ${JSON.stringify(window)}`;
    assert.ok((workers > 32 && !single) || new Set(names).size === workers, where);
  }
});
