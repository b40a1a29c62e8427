import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf } from '../../helpers/screens/ui-frames.ts';
import { resultsScreen } from '../../helpers/screens/ui-states.ts';

const rising = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

/** The rows of twelve rounds. */
const repeatsAt = (columns: number) => {
  const twelve = { local: rising(1800, 12), pool: rising(900, 12) };
  const draw = resultsScreen({ walls: twelve, plan: { rounds: 12 } });
  const rows = rowsOf(draw, { columns, rows: 40 });
  const first = rows.findIndex((row) => row.includes('ROUNDS')) + 1;
  return rows.slice(first, first + 2).map((row) => row.slice(2, -2).trimEnd());
};

test('where not all rounds fit it is said how many there are', () => {
  assert.deepEqual(repeatsAt(80), [
    'L local   1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.81 s  +5 more',
    'P pool    900 ms  901 ms  902 ms  903 ms  904 ms  905 ms  906 ms  +5 more',
  ]);
});

test('what was forecast gives way before a round does', () => {
  assert.deepEqual(repeatsAt(140), [
    'L local   forecast 1.80 s   1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.81 s  1.81 s  1.81 s  1.81 s  1.81 s  1.81 s',
    'P pool    forecast 900 ms   900 ms  901 ms  902 ms  903 ms  904 ms  905 ms  906 ms  907 ms  908 ms  909 ms  910 ms  911 ms',
  ]);
  assert.deepEqual(repeatsAt(120), [
    'L local   1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.81 s  1.81 s  1.81 s  1.81 s  1.81 s  1.81 s',
    'P pool    900 ms  901 ms  902 ms  903 ms  904 ms  905 ms  906 ms  907 ms  908 ms  909 ms  910 ms  911 ms',
  ]);
});

/** The row below the marks of these rounds. */
const footAt = (part: string, walls: Parameters<typeof resultsScreen>[0]['walls']) =>
  rowsOf(resultsScreen({ walls }), { rows: 40 }).find((row) => row.includes(part));

test('on a quiet machine the ends of the spread are told in hundredths', () => {
  assert.equal(
    footAt('+0.', { local: [1800, 1800.4, 1799.8], pool: [900, 900.3, 899.9] }),
    '│           -0.01 %       0                                   +0.03 %         │',
  );
});

test('an end of the spread that is next to its zero gives way to it', () => {
  const [steady, high, low] = [
    [900, 901, 899, 900, 900],
    [1800, 1800, 1800, 1800, 2700],
    [1800, 1800, 1800, 1800, 900],
  ];
  assert.equal(
    footAt('+50', { local: high, pool: steady }),
    '│           0                                +50.0 %                          │',
  );
  assert.equal(
    footAt('-50', { local: low, pool: steady }),
    '│           -50.0 %                              0                            │',
  );
});
