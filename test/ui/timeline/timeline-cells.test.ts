import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import { onRay, profileStateWith } from '../../helpers/profiles/profiles.ts';
import { spanWith } from '../../helpers/profiles/timelines.ts';
import { frameText, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { screen, profileOf, many } from '../../helpers/screens/timeline-screens.ts';

/** Three workers on one node and one on another, busy for 2 s of a pass of 10 s. */
const cluster = profileStateWith({
  walls: {
    local: [4000],
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

test('a pass on Ray is drawn from its start: its job starts, then its workers compute, node by node', () => {
  assert.equal(
    frameText(screen(cluster)),
    `
╭─ fibtui ───────────────────────────────────────────────────────── TIMELINE ─╮
│ round 1 of 1   0 to 10.0 s                                                  │
├─ WHAT EACH WORKER DID ──────────────────────────────────────────────────────┤
│ local w1    │▇▇▇▇│▇▇▇▇▇│▇▇▇▇│▇▇▇▇▇  4.00 s                                  │
│ ray   n1 w1 ──────────────────────────────│▇○▇▇▇▇○▇▇▇▃·············  10.0 s │
│       n1 w2 ──────────────────────────────│○▇▇○▇▇▇▇○▇▃·············         │
│       n1 w3 ──────────────────────────────·│▇○▇▇○▇○▇▇○·············         │
│       n2 w4 ──────────────────────────────··│▇▇○▇▇▇▇○▃·············         │
│             │0         │2 s       │4 s       │6 s       │8 s                │
│ ▇ on a CPU   ○ in a task, not on a CPU   · no task   ─ starting             │
│ ▁-▆ part of the time   │ a task starts                                      │
├─ IN NUMBERS ────────────────────────────────────────────────────────────────┤
│        tasks each  on a CPU  waiting  blocked  no task       longest gap    │
│ local           4         -        -        -      0 %           0.00 ms    │
│ ray             1      31 %        -        -     59 %                      │
├─ HOW LONG A TASK TAKES ─────────────────────────────────────────────────────┤
│                         ▇▇▇▇▇▇                                              │
│ local  1.00 s  4 tasks  ██████                                              │
│                                                                   ▇▇▇▇▇▇    │
│ ray    1.85 s  4 tasks                                ██████████████████    │
│                         │1.0 s   │1.2 s    │1.4 s   │1.6 s    │1.8 s        │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc back  +/- zoom  ←/→ time  0 whole  c local alone  ? help  q quit
`,
  );
});

test('where nothing is reported of a task it is a task', () => {
  assert.deepEqual(zoneLines(screen(profileOf(2, 4), { case: 'local' }), 'legend'), [
    '▇ in a task   · no task   ▁-▆ part of the time   │ a task starts',
  ]);
});

test('cells show that tasks waited as often as they did, other ones in every row', () => {
  const window = { columns: 200, rows: 40 };
  const rows = zoneLines(screen(many, { case: 'pool' }), 'rows', window).slice(1, -1);
  const places = rows.map((row) => [...row.matchAll(/░/g)].map(({ index }) => index));
  const cells = rows.join('').replaceAll(/[^░▄-▇×]/g, '').length;
  const waiting = places.flat().length / cells;
  assert.ok(waiting > 0.07 && waiting < 0.09, String(waiting));
  assert.equal(new Set(places.map((of) => of.join())).size, rows.length);
});

test('what never waited never shows it', () => {
  const idle = (start: number) =>
    spanWith(0, [start, start + 3], { onCpu: 3, waiting: 0, blocked: 0 });
  const spans = spansOf(Array.from({ length: 40 }, (_, index) => idle(index * 7.3)));
  const profile = profileOf(1, 40, { pool: [() => ({ status: 'finished', wall: 300, spans })] });
  const rows = zoneLines(screen(profile), 'rows').filter((row) => /w\d/.test(row));
  assert.ok(rows.length > 0);
  assert.doesNotMatch(rows.join(''), /[░×○]/);
});

test('tasks that are far longer than the others are counted, and named where there is room', () => {
  const usual = [20, 21, 21, 21, 22, 22, 23];
  const lengths = [...Array.from({ length: 38 }, (_, index) => usual[index % 7]!), 300, 400];
  const starts = lengths.map((_, index) =>
    lengths.slice(0, index).reduce((sum, length) => sum + length, 0),
  );
  const spans = spansOf(
    lengths.map((length, index) => spanWith(0, [starts[index]!, starts[index]! + length])),
  );
  const profile = profileOf(1, 40, { pool: [() => ({ status: 'finished', wall: 1600, spans })] });
  const alone = screen(profile, { case: 'pool' });
  assert.deepEqual(zoneLines(alone, 'times'), [
    '── HOW LONG A TASK TAKES',
    '                                           ▇▇▇       2 more, up to 400 ms',
    '                                           ███',
    '                                           ███',
    '                                           ███            ███',
    '                               ▃▃▃         ███            ███',
    '                               ███         ███            ███         ███',
    'pool  21.0 ms  38 of 40 tasks  ███         ███            ███         ███',
    '                               │20 ms        │21 ms        │22 ms',
  ]);
  assert.match(zoneLines(screen(profile), 'times').join('\n'), /38 of 40 tasks/);
});
