import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { spansOf } from '../../../../source/core/profile/build-spans.ts';
import references from '../../../references/references.json' with { type: 'json' };
import { budgetOf, type Timing } from '../../../../source/core/report/figures/budget.ts';
import { popOf } from '../../../../source/core/report/figures/pop.ts';
import { near, nearAt } from '../../../helpers/numbers/near.ts';

// test/references/make.py computes the values from the definitions in exact fractions.

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

suite('where the time of a pass went, as its definitions have it', () => {
  for (const [index, { workers, pool, local, budget, pop }] of references.budgets.entries()) {
    const [ours, alone] = [passOf(pool), passOf(local)];
    const what = `${index + 1}: ${ours.spans.count} tasks on ${workers} workers`;
    const scale = budget.total + budget.useful;

    test(`the budget of pass ${what}`, () => {
      const { residual, ...parts } = budgetOf(ours, workers, alone);
      assert.deepEqual(Object.keys(parts).toSorted(), Object.keys(budget).toSorted());
      for (const [name, expected] of Object.entries(budget)) {
        nearAt(scale)(parts[name as keyof typeof parts], expected, name);
      }

      nearAt(scale)(residual, 0, 'residual');
    });

    test(`the same where the system tells nothing of pass ${what}`, () => {
      const { slower, waiting, blocked, ...rest } = budget;
      const expected = { ...rest, inflation: slower + waiting + blocked, residual: 0 };
      const found = budgetOf(withoutAccount(ours), workers, withoutAccount(alone));
      assert.deepEqual(Object.keys(found).toSorted(), Object.keys(expected).toSorted());
      for (const [name, part] of Object.entries(expected)) {
        nearAt(scale)(found[name as keyof typeof found], part, name);
      }
    });

    test(`the POP product of pass ${what}`, () => {
      const found = popOf(ours, workers, alone);
      for (const [name, expected] of Object.entries(pop)) {
        near(found?.[name as keyof typeof pop], expected, name);
      }
    });
  }
});
