import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf, type Line } from '../../../source/ui/canvas/line.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import { cpusOf, eachGraph, eachNow } from '../../../source/ui/parts/each-cpu.ts';
import { labelledLoad, loadViewOf } from '../../../source/ui/parts/load-graph.ts';
import { sampledLoad } from '../../helpers/screens/sampled-load.ts';
import { sessionState } from '../../helpers/screens/ui-states.ts';

const texts = (lines: readonly Line[]) => lines.map((row) => textOf(row).trimEnd());

/** Ten seconds: one CPU busy, then all, then half a CPU. */
const stateOn = (cpus: number) =>
  sessionState(
    cpus,
    sampledLoad(cpus, [...Array(8).fill(1), ...Array(8).fill(cpus), ...Array(4).fill(0.5)]),
  );

const graphOf = (cpus: number, rows: number, { width = 44, ascii = false } = {}) =>
  texts(labelledLoad(loadViewOf(stateOn(cpus), 10_000), { width, rows }, themeOf(ascii)));

test('one CPU busy, then all of them, stands as a step between the scale and the present load', () => {
  assert.deepEqual(graphOf(2, 2), [
    '2 busy         ⢠⣿⣿⣿⣿⣿⣿⣿⣿⡇       0.5 of 2 now',
    '1 busy ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣷⣤⣤⣤⣤',
  ]);
});

test('before the first sample there is an empty graph of the same size', () => {
  const empty = sessionState(2, { load: [], loadHistory: [] });
  assert.deepEqual(
    texts(labelledLoad(loadViewOf(empty, 10_000), { width: 44, rows: 2 }, themeOf(false))),
    ['2 busy                          n/a of 2 now', '1 busy'],
  );
});

test('in ASCII', () => {
  assert.deepEqual(graphOf(2, 2, { ascii: true }), [
    '2 busy         .########:       0.5 of 2 now',
    '1 busy ##################::::',
  ]);
});

test('a single row has no scale, and many CPUs have one of two values', () => {
  assert.deepEqual(graphOf(16, 1), ['⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣠⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣇⣀⣀⣀⣀⣀    0.5 of 16 now']);
  assert.deepEqual(graphOf(16, 4), [
    '16 busy        ⢀⣿⣿⣿⣿⣿⣿⣿        0.5 of 16 now',
    '               ⢸⣿⣿⣿⣿⣿⣿⣿',
    ' 8 busy        ⢸⣿⣿⣿⣿⣿⣿⣿⡆',
    '        ⣀⣀⣀⣀⣀⣀⣀⣸⣿⣿⣿⣿⣿⣿⣿⣇⣀⣀⣀',
  ]);
});

test('where more than the usable CPUs are busy, the scale is that of all', () => {
  const machine = {
    ...stateOn(16).machine!,
    usable: { count: 4, online: 16, affinity: 16, quota: 4 },
  };
  const view = loadViewOf({ ...stateOn(16), machine }, 10_000);
  assert.equal(view.top, 16);
  assert.equal(loadViewOf({ ...stateOn(2), machine }, 10_000).top, 4);
});

test('each CPU is a cell, or counts for the least, the median and the most', () => {
  const now = (cpus: number, width = 70) =>
    textOf(eachNow(cpusOf(sessionState(cpus)), width, themeOf(false)));
  assert.deepEqual(
    [now(2), now(16), now(64), now(64, 64), now(65), now(64, 60)],
    [
      '▁▁',
      '▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁',
      '▁▁▁▂▂▃▄▄▅▅▆▆▇▇█▁▁▂▂▃▃▄▄▅▆▆▇▇█▁▁▁▂▂▃▄▄▅▅▆▆▇█·▁▁▂▂▃▃▄▄▅▆▆▇▇█▁▁▁▂▃▃',
      '▁▁▁▂▂▃▄▄▅▅▆▆▇▇█▁▁▂▂▃▃▄▄▅▆▆▇▇█▁▁▁▂▂▃▄▄▅▅▆▆▇█·▁▁▂▂▃▃▄▄▅▆▆▇▇█▁▁▁▂▃▃',
      'least   0 %   median  45 %   most 100 %',
      'least   0 %   median  45 %   most 100 %',
    ],
  );
});

test('each CPU has its own graph in as many columns as fit', () => {
  const graphs = (cpus: number, width: number, rows: number) => {
    const load = loadViewOf(stateOn(cpus), 10_000);
    const lines = eachGraph(cpusOf(stateOn(cpus)), { load, width, rows }, themeOf(false));
    return lines && texts(lines);
  };
  assert.deepEqual(graphs(2, 60, 2), [
    'cpu0 ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣦⣤⣤⣤⣤⣤⣤⣤⣤⣤  50 %',
    'cpu1 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣰⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣄⣀⣀⣀⣀⣀⣀⣀⣀⣀   0 %',
  ]);
  assert.deepEqual(graphs(4, 60, 2), [
    'cpu0 ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣧⣤⣤⣤  50 %   cpu2 ⣀⣀⣀⣀⣀⣀⣠⣿⣿⣿⣿⣿⣿⣇⣀⣀⣀   0 %',
    'cpu1 ⣀⣀⣀⣀⣀⣀⣠⣿⣿⣿⣿⣿⣿⣇⣀⣀⣀   0 %   cpu3 ⣀⣀⣀⣀⣀⣀⣠⣿⣿⣿⣿⣿⣿⣇⣀⣀⣀   0 %',
  ]);
  assert.equal(graphs(4, 60, 1), undefined);
});
