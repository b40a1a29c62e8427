import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysText, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { screen, two, sixteen, small } from '../../helpers/screens/timeline-screens.ts';

test('a part of a pass, between marks of its own', () => {
  const draw = screen(two, { zoom: 3, start: 0.25 });
  assert.deepEqual(zoneLines(draw, 'head'), [
    'P pool   round 2 of 3, the typical one   235 to 353 ms of 940 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows'), [
    '── WHAT EACH WORKER DID',
    'w1 ▓▓▓▓▓▓▓▓░▓▓▅··│▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓×▓▓▅··│▓░▓▓  92 %',
    'w2 ▓▓×▓▓▓▓▓▓▓░▓▓▓▓▂·│▓▓▓▓▓░▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓░▓▓▓▓▓▓▓▓▓▓▓▓×▓▓▓▆··│░  92 %',
    '     │240 ms     │260 ms    │280 ms    │300 ms    │320 ms    │340 ms   busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend'), [
    '▓ on a CPU  83 %   ░ waiting for a CPU   7 %   × blocked   2 %',
    '· idle   8 %   ▁-▇ part of the time   │ a task starts',
  ]);
});

test('scrolled to its end, in ASCII alone', () => {
  const draw = screen(sixteen, { zoom: 2, start: 0.25, top: 99 });
  assert.deepEqual(zoneLines(draw, 'head', { ...small, ascii: true }), [
    'P pool   round 2 of 3   235 to 470 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows', { ...small, ascii: true }), [
    'w10 ========1|w=======w============w============1  96 %',
    'w11 =========4|=w=======w====b=======w===========  98 %',
    'w12 =w========6|==w=======w====b=======w=========  98 %',
    'w13 ===w========1|==w============b=======w=======  98 %',
    'w14 =====w====b==4|===w============w=======w=====  98 %',
    'w15 ============b=7|====w============w=======w===  98 %',
    'w16 =w============w=2|====w============w=========  98 %',
    '      |250 ms   |300 ms   |350 ms  |400 ms         busy',
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
