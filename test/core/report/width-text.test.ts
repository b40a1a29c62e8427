import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EngineName } from '../../../source/core/plan/settings.ts';
import { widthText } from '../../../source/core/report/width-text.ts';

const caseOf = (engine: EngineName, workers: number, median?: number) => ({
  engine,
  workers,
  ...(median === undefined ? {} : { median }),
});

test('P is that of the widest case', () => {
  assert.equal(widthText([caseOf('local', 1, 9), caseOf('pool', 4)]), 'P 4');
  assert.equal(widthText([caseOf('pool', 4, 9)], ' on 2 usable'), 'P 4 on 2 usable');
});

test('how wide Ray was stands beside that of the own engines, and never instead of it', () => {
  const cases = [caseOf('local', 1), caseOf('pool', 4), caseOf('ray', 40, 9)];
  assert.equal(widthText(cases), 'P 4, 40 on ray');
  assert.equal(widthText(cases, ' on 4 usable'), 'P 4 on 4 usable, 40 on ray');
  assert.equal(widthText([caseOf('ray', 40, 9)], ' on 4 usable'), 'P 40 on ray');
});

test('of a cluster on which nothing finished the width is not made up', () => {
  assert.equal(widthText([caseOf('pool', 4, 9), caseOf('ray', 1)]), 'P 4');
  assert.equal(widthText([caseOf('ray', 1)]), 'P n/a');
});
