import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { TrustLevel, TrustLine } from '../../../source/core/report/trust/trust-lines.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { trustLines, trustRow } from '../../../source/ui/parts/trust.ts';

const told = (level: TrustLevel, text: string): TrustLine => ({ name: 'clock', level, text });

const trust = [
  told('ok', 'other programs 3 %'),
  told('note', 'steal 1.2 %: the hypervisor gave CPU time to other machines'),
  told('ok', 'no throttling'),
  told('unknown', 'governor: not reported on this machine'),
  told('warn', 'spread ±31 %: around the median of pool'),
  told('unknown', 'clock: not reported on this machine'),
];

const rowAt = (width: number) => textOf(trustRow(trust, width));

suite('trust in one row', () => {
  test('begins with the worst and leaves out what it means', () => {
    assert.equal(
      rowAt(120),
      '  warn  spread ±31 %   note  steal 1.2 %   ok  other programs 3 %, no throttling   unknown  governor, clock',
    );
  });

  test('counts what is well, then what is unknown, where there is no room for their names', () => {
    assert.equal(
      rowAt(96),
      '  warn  spread ±31 %   note  steal 1.2 %   ok  2 of 6   unknown  2 of 6',
    );
    assert.equal(
      rowAt(90),
      '  warn  spread ±31 %   note  steal 1.2 %   ok  2 of 6   unknown  2 of 6',
    );
    assert.equal(
      rowAt(75),
      '  warn  spread ±31 %   note  steal 1.2 %   ok  2 of 6   unknown  2 of 6',
    );
  });

  test('never gives up the worst', () => {
    assert.equal(rowAt(45), '  warn  spread ±31 %   note  steal 1.2 %');
  });

  test('says of nothing that is well nothing', () => {
    const unknown = trust.filter(({ level }) => level === 'unknown');
    assert.equal(textOf(trustRow(unknown, 75)), '  unknown  governor, clock');
    assert.equal(textOf(trustRow(unknown, 20)), '  unknown  2 of 2');
  });
});

test('with a row each, every line says what it means, the worst first', () => {
  assert.deepEqual(trustLines(trust).map(textOf), [
    '  warn     spread ±31 %: around the median of pool',
    '  note     steal 1.2 %: the hypervisor gave CPU time to other machines',
    '  ok       other programs 3 %',
    '  ok       no throttling',
    '  unknown  governor: not reported on this machine',
    '  unknown  clock: not reported on this machine',
  ]);
});
