import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case } from '../../../source/core/plan/plan.ts';
import { serialReferences } from '../../../source/core/report/serial-reference.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import {
  onRay,
  profileStateWith,
  stateWith,
  withoutPython,
  type Walls,
} from '../../helpers/profiles/profiles.ts';

function references(walls: Walls) {
  const report = reportOf(stateWith({ profile: profileStateWith({ walls }) }), '1.2.3')!;
  return serialReferences(report.cases, report.passes);
}

const after = (wall: number, python1: number) => (pass: Case) => onRay(pass, wall, { python1 });

test('Python on one CPU of a cluster has the time of the typical round, and those of the others', () => {
  const ray = [after(8000, 1000), after(9000, 1200), after(8500, 1100)];
  assert.deepEqual(references({ ray }), [
    { name: 'python x1', of: 'ray', shown: 1100, others: [1000, 1200] },
  ]);
});

test('there is none where the serial tasks failed, or nothing ran on a cluster', () => {
  assert.deepEqual(references({ ray: [(pass) => withoutPython(pass, 8000)] }), []);
  assert.deepEqual(references({ local: [1000], pool: [500] }), []);
});
