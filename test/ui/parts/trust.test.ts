import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TrustLevel, TrustLine } from '../../../source/core/report/trust/trust-lines.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import { trustLines, trustRow } from '../../../source/ui/parts/trust.ts';

const found = (level: TrustLevel, text: string): TrustLine => ({ name: 'clock', level, text });

const trust = [
  found('ok', 'other programs 3 %'),
  found('note', 'steal 1.2 %: the hypervisor gave CPU time to other machines'),
  found('ok', 'no throttling'),
  found('unknown', 'governor: not reported on this machine'),
  found('warn', 'rounds of pool vary by ±31 %: more rounds, or a quieter machine, would help'),
  found('unknown', 'clock: reported as a constant 2.60 GHz, so unknown'),
  found('unknown', 'temperature: not reported on this machine'),
];

const rowAt = (width: number) => textOf(trustRow(trust, width, themeOf(false)));

test('a row of trust begins with the worst and has as many as fit', () => {
  assert.equal(
    rowAt(90),
    '▲ rounds of pool vary by ±31 %   ▲ steal 1.2 %   ✓ other programs 3 %   ✓ no throttling',
  );
  assert.equal(rowAt(60), '▲ rounds of pool vary by ±31 %   ▲ steal 1.2 %');
  assert.equal(rowAt(20), '▲ rounds of pool var');
});

test('where nothing is known a row of trust says so', () => {
  const unknown = trust.filter(({ level }) => level === 'unknown');
  assert.equal(textOf(trustRow(unknown, 60, themeOf(false))), 'not reported on this machine');
});

test('the lines of trust say what each means, and once what is not reported', () => {
  assert.deepEqual(trustLines(trust, themeOf(true)).map(textOf), [
    '! rounds of pool vary by ±31 %: more rounds, or a quieter machine, would help',
    '! steal 1.2 %: the hypervisor gave CPU time to other machines',
    '+ other programs 3 %',
    '+ no throttling',
    '  clock: reported as a constant 2.60 GHz, so unknown',
    '  not reported on this machine: governor, temperature',
  ]);
});
