import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameText, keysText, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { screen, many, sixteen, small, large } from '../../helpers/screens/timeline-screens.ts';

test('16 workers leave what stands around them the rows that are left', () => {
  assert.equal(
    frameText(screen(sixteen)),
    `
╭─ fibtui ───────────────────────────────────────────────────────── TIMELINE ─╮
│ round 2 of 3, which has the middle speed-up   0 to 1.82 s                   │
│ local w1  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.82 s │
│ pool  w01 │▇▇▇▇▇│▇░▇▇▇▇│▇▇▇▇▇│▇░▇▇▇▇▂···  0.94 s                            │
│       w02 │▇×▇▇▇▆│▇▇░▇▇│▇▇▇▇▇▆│▇▇░▇▇▂···                                    │
│       w03 │▇▇▇×▇▇│▇▇▇▇░│▇▇▇▇▇▇│▇▇▇▇░▂···                                    │
│       w04 ·│▇▇▇▇░│▇▇▇▇▇│░▇▇▇▇▇│▇▇▇▇▇▂···                                    │
│       w05 ·│▇▇▇▇▇│░▇▇▇▇│▇▇░▇▇▇│×▇▇▇▇▂···                                    │
│       w06 ·│▇▇▇▇▇│▇▇░▇▇▇│▇▇▇▇▇│▇▇×▇▇▂···                                    │
│       w07 ··│▇▇▇▇▇│▇▇▇░▇│▇▇▇▇▇│▇▇▇▇×▂···                                    │
│       w08 ··│▇▇▇×▇│▇▇▇▇▇│▇▇▇▇▇│▇▇▇▇▇▂···                                    │
│       w09 ··│▇▇▇▇▇│▇▇▇▇▇│▇░▇▇▇│▇▇▇▇▇▂···                                    │
│       w10 ··│▇▇▇▇▇│▇░▇▇▇│▇▇▇░▇│▇▇▇▇▇▂···                                    │
│       w11 ···│▇▇▇▇▆│▇▇░▇│▇▇▇▇▇│▇▇▇▇×▂···                                    │
│       w12 ···│▇▇▇▇▇│▇▇▇▇░│▇▇▇▇│▇░▇▇▇▂···                                    │
│       w13 ···│▇▇▇▇▇│▇▇▇▇▇│░▇▇▇│▇▇▇▇▇▂···                                    │
│       w14 ····│░▇▇▇│×▇▇▇▇│▇▇░▇│▇▇▇▇▇▂···                                    │
│       w15 ····│▇▇▇▇│▇▇×▇▇│▇▇▇▇│▇▇▇▇▇▂···                                    │
│       w16 ····│▇▇▇▇▇│▇▇▇░│▇▇▇▇▆│░▇▇▇▂···                                    │
│           │0             │0.5 s          │1.0 s         │1.5 s              │
│ ▇ on a CPU  ░ waiting  × blocked  · no task  ▁-▆ partly  │ task starts      │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc back  +/- zoom  ←/→ time  0 whole  c engine  , . round  ? help  q quit
`,
  );
});

test('16 workers in the smallest window are scrolled', () => {
  assert.equal(
    frameText(screen(sixteen), small),
    `
╭─ fibtui ───────────────────────────────────── TIMELINE ─╮
│ round 2 of 3   0 to 1.82 s   rows 1 to 8 of 17          │
│ local w1  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.82 s │
│ pool  w01 │▇▇▇│▇▇▇│▇▇▇│▇▇▇▇▁··  0.94 s                  │
│       w02 │▇×▇│▇▇▇│▇░▇│▇▇▇▇▁··                          │
│       w03 │▇▇▇│▇▇▇│▇▇▇░│▇▇▇▁··                          │
│       w04 │▇▇▇│▇░▇│▇▇▇▇│░▇▇▁··                          │
│       w05 ▁▇▇▇▆▇▇▇░▆▇▇▇▆▇▇░▁··                          │
│       w06 ·▆▇▇▇▆▇▇▇▆░▇▇▆▇▇▇▁··                          │
│       w07 ·▅▇▇▇▆▇▇▇▆▇▇░▆▇▇▇▁··                          │
│           │0        │0.5 s    │1.0 s    │1.5 s          │
│ ▇ on a CPU   ░ waiting for a CPU   × blocked            │
│ · no task   ▁-▆ part of the time   │ a task starts      │
╰─────────────────────────────────────────────────────────╯
 esc back  +/- zoom  c engine  , . round  … ? all keys
`,
  );
});

test('scrolled to its end, the engine is still named, in ASCII alone', () => {
  const draw = screen(sixteen, { zoom: 2, start: 0.25, top: 99 });
  const window = { ...small, ascii: true };
  assert.deepEqual(zoneLines(draw, 'head', window), [
    'round 2 of 3   455 to 910 ms   rows 10 to 17 of 17',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows', window), [
    'pool  w09 |=======b=======|============w=3.....',
    '      w10 6|========w=====|=w============w.....',
    '      w11 =|==========w===|===w====b=====3.....',
    '      w12 =|============w=|=====w====b===3.....',
    '      w13 ==|w============w|===========b=3.....',
    '      w14 ==|==w====b=====6|w============w.....',
    '      w15 ==5|========b====|==w==========3.....',
    '      w16 =w=|==========w==|====w========3.....',
    '                     |0.6 s           |0.8 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend', window), [
    '= on a CPU   w waiting for a CPU   b blocked',
    '. no task   1-6 part of the time   | a task starts',
  ]);
  assert.equal(keysText(draw, window), 'esc back  +/- zoom  c engine  , . round  ... ? all keys');
});

test('128 workers stand in groups, how many of them are in a task as the height of a cell', () => {
  assert.equal(
    frameText(screen(many), large),
    `
╭─ fibtui ───────────────────────────────────────────────────────────────────────────────────────────────── TIMELINE ─╮
│ round 2 of 3, which has the middle speed-up   0 to 1.82 s                                                           │
├─ WHAT THE WORKERS DID   8 a row, their mean ────────────────────────────────────────────────────────────────────────┤
│ local w1       ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.82 s 100 % │
│ pool  w001-008 ▁▃▄▆▇▇▇▇░▇▆▆▇▇▇▇▇▇▇▇▆░▇▇▇▇▇▇▇░▆▇▇▇▇▇▇▇▇▅·····  0.94 s                                           83 % │
│       w009-016 ···▁▁▃▅▇×▇▇▇▇▆▆▇░▇▇▇▇▇▆▇▇▇▇▇▇░▇▆▇▇▇▇▇░▇▅·····                                                   75 % │
│       w017-024 ▁▃▄░▇▇▇▇▇▇▆▆▇▇▇▇░▇▇▇▆▆▇▇░▇▇▇▇▇▆▇▇▇▇▇▇░▇▅·····                                                   83 % │
│       w025-032 ···▁▁▃▅▇▇▇▇░▇▆▆▇▇▇▇▇▇▇▆▇░▇▇▇▇▇▇▆▇▇▇▇▇×▇▅·····                                                   75 % │
│       w033-040 ▁▃▄▆▇▇▇▇▇▇▆░▇▇▇▇▇▇▇▇▆▆▇▇×▇▇▇▇▇▆▇░▇▇▇▇▇▇▅·····                                                   83 % │
│       w041-048 ···▁▁▃░▇▇▇▇×▇▆▆▇▇▇▇░▇▇▆▇▇▇▇▇▇▇▇▆░▇▇▇▇▇▇▅·····                                                   75 % │
│       w049-056 ▁▃▄▆▇▇░▇▇▇▆▆▇▇▇▇▇▇▇░▆▆▇▇▇▇▇░▇▇▆▇▇▇▇▇▇▇▇▅·····                                                   83 % │
│       w057-064 ···▁▁▃×▇▇▇▇▇▇▆░▇▇▇▇▇▇▇▆▇▇▇▇░▇▇▇▆▇▇▇░▇▇▇▅·····                                                   75 % │
│       w065-072 ▁░▄▆▇▇▇▇▇▇▆▆▇▇░▇▇▇▇▇▆▆░▇▇▇▇×▇▇▆▇▇▇▇░▇▇▇▅·····                                                   83 % │
│       w073-080 ···▁▁▃▅▇▇░▇▇▇▆▆▇▇▇▇▇▇▇░▇▇▇▇▇▇▇▇▆▇▇▇×▇▇▇▅·····                                                   75 % │
│       w081-088 ▁▃▄▆▇▇▇▇▇░▆▆▇▇▇▇▇▇▇▇▆▆×▇▇▇▇▇▇▇░▇▇▇▇▇▇▇▇▅·····                                                   83 % │
│       w089-096 ···▁▁▃▅▇▇×▇▇▇▆▆▇▇░▇▇▇▇▆▇▇▇▇▇▇▇░▆▇▇▇▇▇▇░▅·····                                                   75 % │
│       w097-104 ▁▃▄▆░▇▇▇▇▇▆▆▇▇▇▇▇░▇▇▆▆▇▇▇░▇▇▇▇▆▇▇▇▇▇▇▇░▅·····                                                   83 % │
│       w105-112 ···▁▁▃▅▇▇▇▇▇░▆▆▇▇▇▇▇▇▇▆▇▇░▇▇▇▇▇▆▇░▇▇▇▇×▅·····                                                   75 % │
│       w113-120 ▁▃▄▆▇▇▇▇▇▇▆▆░▇▇▇▇▇▇▇░▆▇▇▇×▇▇▇▇▆▇▇░▇▇▇▇▇▅·····                                                   83 % │
│       w121-128 ···▁▁▃▅░▇▇▇▇▇▆▆▇▇▇▇▇░▇▆▇▇▇▇▇▇▇▇▆▇×▇▇▇▇▇▅·····                                                   75 % │
│                │0       │0.2 s   │0.4 s    │0.6 s   │0.8 s    │1.0 s   │1.2 s    │1.4 s   │1.6 s               busy │
│ ▇ on a CPU   ░ waiting for a CPU   × blocked   · no task   ▁-▆ part of the time   │ a task starts                   │
├─ IN NUMBERS ────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│        tasks each  on a CPU  waiting  blocked  no task       longest gap     first task starts                      │
│ local         512         -        -        -      0 %           0.00 ms               0.00 ms                      │
│ pool            4      72 %      6 %      2 %     21 %    4.70 ms (w001)        9.40 to 150 ms                      │
├─ HOW LONG A TASK TAKES ─────────────────────────────────────────────────────────────────────────────────────────────┤
│                            ▇                                                                                        │
│                            █                                                                                        │
│                            █                                                                                        │
│ local  3.55 ms  512 tasks  █                                                                                        │
│                                                                                                                 ▇▇▇ │
│                                                                                                                ▇███ │
│                                                                                                                ████ │
│ pool    187 ms  512 tasks                                                                                     █████ │
│                                   │5 ms          │10 ms         │20 ms              │50 ms         │100 ms          │
│                                                                                                                     │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 esc back  +/- zoom  ←/→ time  0 whole  w each worker  c local alone  , . round  ? help  q quit
`,
  );
});

test('128 workers in the smallest window', () => {
  const draw = screen(many);
  assert.deepEqual(zoneLines(draw, 'rows', small), [
    '── WHAT THE WORKERS DID   32 a row, their mean',
    'local w1       ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.82 s',
    'pool  w001-032 ▁▄▆▇▇▇▇▇░▇▇▆▇▇▆··  0.94 s',
    '      w033-064 ▁▄▆▇▇▇▇▇▇▇▇░▇▇▆··',
    '      w065-096 ▁░▆▇▇▇▇▇▇▇▇▆▇▇░··',
    '      w097-128 ▁▄▆▇░▇▇▇▇▇▇▆▇▇▆··',
    '               │0               │1 s',
  ]);
  assert.equal(keysText(draw, small), 'esc back  +/- zoom  c engine  , . round  … ? all keys');
});

test('each of 128 workers by itself, scrolled through', () => {
  const draw = screen(many, { single: true, top: 40 });
  assert.deepEqual(zoneLines(draw, 'head'), ['round 2 of 3   0 to 1.82 s   rows 41 to 57 of 129']);
  assert.deepEqual(zoneLines(draw, 'rows').slice(0, 3), [
    'pool  w040 ··│▇░▇▇▇│▇▇▇▇▇│▇▇░▇▇│▇▇▇▇▆···  0.94 s',
    '      w041 ··│▇▇▇░▇│▇▇×▇▇│▇▇▇▇░│▇▇▇▇▆···',
    '      w042 ··│▇▇▇▇▇│▇▇▇▇×│▇▇▇▇▇│░▇▇▇▆···',
  ]);
  assert.equal(
    keysText(draw),
    'esc back  +/- zoom  ←/→ time  ↑/↓ workers  c engine  , . round  … ? all keys',
  );
});
