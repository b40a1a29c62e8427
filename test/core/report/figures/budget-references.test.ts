import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { spansOf } from '../../../../source/core/profile/build-spans.ts';
import references from '../../../references/references.json' with { type: 'json' };
import {
  budgetOf,
  speedupWithout,
  type Timing,
} from '../../../../source/core/report/figures/budget.ts';
import { popOf } from '../../../../source/core/report/figures/pop.ts';
import { near, nearAt } from '../../../helpers/numbers/near.ts';

// test/references/make.py computes the values from the definitions in exact fractions.

type Expected = {
  readonly coreTime: number;
  readonly workers: number;
  readonly without?: number;
};

type WrittenPass = { readonly wall: number; readonly spans: readonly (readonly number[])[] };

const passOf = ({ wall, spans }: WrittenPass): Timing => ({
  wall,
  spans: spansOf(
    spans.map(([worker, start, end, onCpu, waiting, blocked]) => ({
      worker: worker!,
      start: start!,
      end: end!,
      onCpu: onCpu!,
      waiting: waiting!,
      blocked: blocked!,
    })),
  ),
});

const withoutAccount = ({ wall, spans: { count, worker, start, end } }: Timing): Timing => ({
  wall,
  spans: { count, worker, start, end },
});

suite('where the workers of a pass were, by the definitions of its parts', () => {
  for (const [index, found] of references.budgets.entries()) {
    const { workers, cpus, pool, local, parts, pop } = found;
    const [ours, alone] = [passOf(pool), passOf(local)];
    const bounds = { workers, cpus, tasks: ours.spans.count };
    const what = `${index + 1}: ${ours.spans.count} tasks on ${workers} workers and ${cpus} CPUs`;
    const scale = workers * ours.wall + alone.wall;

    test(`the parts of pass ${what}`, () => {
      const budget = budgetOf(ours, bounds, alone);
      assert.deepEqual(
        budget.parts.map(({ name }) => name).toSorted(),
        Object.keys(parts).toSorted(),
      );
      for (const part of budget.parts) {
        const expected: Expected = parts[part.name as keyof typeof parts];
        nearAt(scale)(part.coreTime, expected.coreTime, part.name);
        nearAt(scale / ours.wall)(part.workers, expected.workers, `workers of ${part.name}`);
        const without = speedupWithout(part, budget);
        assert.equal(without === undefined, expected.without === undefined, part.name);
        if (without !== undefined && expected.without !== undefined) {
          near(without, expected.without, `without ${part.name}`);
        }
      }
    });

    test(`the same if the system does not report what the tasks of pass ${what} did`, () => {
      const { parts: found } = budgetOf(withoutAccount(ours), bounds, withoutAccount(alone));
      const sum = found.reduce((total, { coreTime }) => total + coreTime, 0);
      nearAt(scale)(sum, workers * ours.wall - alone.wall, 'sum');
      assert.ok(found.some(({ name }) => name === 'slower or waiting'));
      assert.ok(!found.some(({ name }) => name === 'blocked'));
    });

    test(`the POP product of pass ${what}`, () => {
      const product = popOf(ours, workers, alone);
      for (const [name, expected] of Object.entries(pop)) {
        near(product?.[name as keyof typeof pop], expected, name);
      }
    });
  }
});
