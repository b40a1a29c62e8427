import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  otherLoadLine,
  screenLine,
  spreadLine,
  stealLine,
  temperatureLine,
  type TrustLevel,
} from '../../source/core/report/trust/trust-lines.ts';
import { pageNamed } from '../helpers/docs/pages.ts';

/** The level that a value gets, by the words that its row of the page begins with. */
const levels: Readonly<Record<string, (value: number) => TrustLevel>> = {
  'other programs': (value) => otherLoadLine(value).level,
  steal: (value) => stealLine(value).level,
  temperature: (value) => temperatureLine(value).level,
  'how much the rounds vary': (value) => spreadLine({ id: 'local', spread: value }).level,
  'drawing:': (value) => screenLine(value).level,
};

const table = pageNamed('docs/results.md').tables.find(({ head }) => head[0] === 'line');

/** "5 %" as a share, "85 °C" as it is. */
const valueOf = (cell: string): number => Number.parseFloat(cell) / (cell.endsWith('%') ? 100 : 1);

suite('the limits of trust on the page on results', () => {
  for (const [begin, levelOf] of Object.entries(levels)) {
    const [what = '', note = '', warn = ''] =
      table?.rows.find(([cell = '']) => cell.startsWith(begin)) ?? [];
    test(`are those of the program for ${begin}`, () => {
      assert.ok(what !== '', 'the page has no such row');
      assert.equal(levelOf(valueOf(note) * 0.999), 'ok');
      assert.equal(levelOf(valueOf(note)), 'note');
      assert.equal(levelOf(valueOf(warn) * 0.999), 'note');
      assert.equal(levelOf(valueOf(warn)), 'warn');
    });
  }
});
