import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import { onRay, profileStateWith } from '../../helpers/profiles/profiles.ts';
import { spanWith } from '../../helpers/profiles/timelines.ts';
import { keysText, rowsOf, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { screen, profileOf, many, small } from '../../helpers/screens/timeline-screens.ts';

/** Three workers on one node and one on another, busy for 2 s of a pass of 10 s. */
const cluster = profileStateWith({
  walls: {
    ray: [
      (pass) => ({
        ...onRay(pass, 10_000),
        spans: spansOf(
          [0, 1, 2, 3].map((worker) =>
            spanWith(worker, [100 * worker, 2000], {
              onCpu: 0.75 * (2000 - 100 * worker),
              node: worker < 3 ? 'a1' : 'b2',
            }),
          ),
        ),
      }),
    ],
  },
  plan: { tasks: 4 },
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
    'L local   round 2 of 3, the typical one   0 to 1.82 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'rows', small), [
    '── WHAT EACH WORKER DID',
    'w1 │██████████│██████████│███████████│███████████ 100 %',
    '   │0          │500 ms      │1.0 s      │1.5 s     busy',
  ]);
  assert.deepEqual(zoneLines(draw, 'legend', small), [
    '█ in a task 100 %   · idle   0 %   ▁-▇ part of the time',
    '│ a task starts',
  ]);
  assert.deepEqual(zoneLines(draw, 'figures', small), [
    '4 tasks   first start 0.00 ms   last end 1.82 s',
    'longest gap 0.00 ms',
  ]);
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
  const spans = spansOf(Array.from({ length: 40 }, (_, index) => idle(index * 7.3)));
  const profile = profileOf(1, 40, { pool: [() => ({ status: 'finished', wall: 300, spans })] });
  const rows = rowsOf(screen(profile)).filter((row) => /^│ w\d/.test(row));
  assert.equal(rows.length, 1);
  assert.doesNotMatch(rows.join(''), /[░×○]/);
});
