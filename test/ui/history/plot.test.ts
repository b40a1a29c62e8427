import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SavedRun } from '../../../source/core/report/run-summary.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import { plotHead, plotOf, plotRow } from '../../../source/ui/history/plot.ts';
import { resultsWith, savedRun } from '../../helpers/screens/saved-run-rows.ts';

const { results: _, ...older } = savedRun(0);
const runs: readonly SavedRun[] = [
  savedRun(9, { results: resultsWith('faster', 1.9) }),
  savedRun(8, { results: resultsWith('undecided', 1) }),
  savedRun(7, { results: resultsWith('slower', 0.4) }),
  older,
];

const plotted = (left: number, ascii = false): readonly string[] => {
  const theme = themeOf(ascii);
  const plot = plotOf(runs, left);
  return [plotHead(plot, theme), ...runs.map((run) => plotRow(run, plot, theme))].map((row) =>
    textOf(row).trimEnd(),
  );
};

test('intervals stand on one axis, on which the mark at 1 tells which of them exclude it', () => {
  assert.deepEqual(plotted(42), [
    '                      │ as fast as local',
    '                      │              ──•──',
    '                     ─•─',
    '         ─•           │',
    '                      │',
  ]);
});

test('a narrow plot names its mark in fewer words, and what is too narrow is left out', () => {
  assert.deepEqual(plotted(22, true), [
    '            | local',
    '            |      -o-',
    '           -o',
    '      o     |',
    '            |',
  ]);
  assert.deepEqual(plotted(21), ['', '', '', '', '']);
  assert.equal(plotOf([older], 100), undefined);
});
