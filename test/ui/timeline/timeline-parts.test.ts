import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines } from '../../helpers/screens/ui-frames.ts';
import { screen, two } from '../../helpers/screens/timeline-screens.ts';

test('a part of the time, between marks of its own; what has ended has no bar there', () => {
  assert.deepEqual(zoneLines(screen(two, { zoom: 3, start: 0.25 }), 'head'), [
    'round 2 of 3, which has the middle speed-up   455 to 683 ms of 1.82 s',
  ]);
  assert.deepEqual(zoneLines(screen(two, { zoom: 3, start: 0.25 }), 'rows'), [
    '── WHAT EACH WORKER DID',
    'local w1 │▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇│▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇│▇▇▇▇▇▇▇▇▇▇▇',
    '         │██████████████████████│██████████████████████│███████████',
    'pool  w1 ▇▇▇▇▇▇▇▇░▇▇▇▇ │▇▇▇▇▇▇░▇▇▇▇▇▇▇░▇▇▇▇ │▇▇▇▇▇▇░▇▇▇▇▇▇▇░▇▇▇▇× │',
    '         ████████░████▃│██████░███████░████▇│██████░███████░████×·│',
    '      w2 ▇▇×▇▇▇▇▇▇▇░▇▇▇ │▇▇▇▇▇▇▇░▇▇▇▇▇▇▇░▇▇▇ │▇▇▇▇▇▇▇░▇▇▇▇▇▇▇▇▇▇▇ │',
    '         ██×███████░███▂│███████░███████░███▃│███████░███████████▅│',
    '                    │500 ms      │550 ms     │600 ms      │650 ms',
  ]);
});

test('where a pass ends between the ends of what is seen, its duration stands', () => {
  assert.deepEqual(zoneLines(screen(two, { zoom: 2, start: 0.375 }), 'rows'), [
    '── WHAT EACH WORKER DID',
    'local w1 ▇▇▇▇▇│▇▇▇▇▇▇▇▇▇▇▇│▇▇▇▇▇▇▇▇▇▇▇│▇▇▇▇▇▇▇▇▇▇│▇▇▇▇▇▇▇▇▇▇▇│▇▇▇▇▇',
    '         █████│███████████│███████████│██████████│███████████│█████',
    'pool  w1 ▇▇▇▇▇▇▇▇░▁│▇▇▇▇▇▇▇▇▇               0.94 s',
    '         ████████░█│█████████▄············',
    '      w2 ▇▇×▇▇▇▇▇▇▂│▇▇▇▇▇▇▇▇▇',
    '         ██×███████│█████████▄············',
    '           │0.7 s      │0.8 s       │0.9 s       │1.0 s',
  ]);
});
