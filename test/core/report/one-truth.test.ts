import assert from 'node:assert/strict';
import { test } from 'node:test';
import { budgetRowsOf } from '../../../source/core/report/figures/budget-rows.ts';
import type { ReportCase } from '../../../source/core/report/figures/report-case.ts';
import { passIn } from '../../../source/core/report/figures/report-pass.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { Report } from '../../../source/core/report/report.ts';
import { ratio } from '../../../source/core/text/format.ts';
import { madeUpState } from '../../helpers/profiles/made-up-profiles.ts';

const profiles = 10_000;

const near = (one: number, other: number, what: string): void =>
  assert.ok(
    Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other)),
    `${what}: ${one}, ${other}`,
  );

/** P − Σ parts = S, S / P = the efficiency = the POP product, and the two walls give S. */
function checkFigures({ passes }: Report, found: ReportCase): void {
  const { budget, speedup, efficiency, pop, workers, id } = found;
  if (!speedup || !budget) {
    return;
  }

  const lost = budget.parts.reduce((sum, part) => sum + part.workers, 0);
  near(workers - lost, speedup.value, 'workers less the parts');
  near(efficiency! * workers, speedup.value, 'efficiency');
  near(pop!.efficiency, efficiency!, 'POP');
  const { computationScaling, loadBalance, orchestration, localOverhead } = pop!;
  near(computationScaling * loadBalance * orchestration * localOverhead, efficiency!, 'product');
  const walls = [speedup.over, id].map((name) => passIn(passes, name, speedup.round)!.wall);
  near(walls[0]! / walls[1]!, speedup.value, 'quotient of the walls');
  near(found.typical!.wall, walls[1]!, 'typical wall');
  assert.ok(speedup.low <= speedup.value && speedup.value <= speedup.high);
}

/** Rounded, they still add up, and the work reads as the speed-up does. */
function checkRows({ budget, workers, speedup }: ReportCase): void {
  if (!budget) {
    return;
  }

  const rows = budgetRowsOf(budget);
  const decimals = rows[0]!.workers.split('.')[1]?.length ?? 0;
  const sum = rows.reduce(
    (total, row) => total + Math.round(Number(row.workers) * 10 ** decimals),
    0,
  );
  assert.equal(sum, workers * 10 ** decimals, JSON.stringify(rows));
  assert.equal(rows[0]?.workers, ratio(speedup?.value ?? budget.local / budget.wall));
}

type Seen = Record<'odd' | 'even' | 'single' | 'beyond', number>;

function checkReport(report: Report, seen: Seen): void {
  for (const found of report.cases) {
    checkFigures(report, found);
    checkRows(found);
    seen.beyond += found.speedup?.beyond === undefined ? 0 : 1;
  }

  for (const { pairs, factor } of report.verdict.comparisons) {
    assert.equal(factor === undefined, pairs === 1);
    seen[pairs === 1 ? 'single' : pairs % 2 === 1 ? 'odd' : 'even']++;
  }

  // The reference has the bar of the first comparison.
  const [local, pool] = report.cases;
  if (pool?.speedup) {
    near(local!.typical!.wall / pool.typical!.wall, pool.speedup.value, 'quotient of the bars');
  }
}

const parts = 4;

for (let part = 0; part < parts; part++) {
  const [first, count] = [(part * profiles) / parts, profiles / parts];
  test(`in made-up profiles ${first + 1} to ${first + count} the figures of a report are one truth`, (t) => {
    const seen: Seen = { odd: 0, even: 0, single: 0, beyond: 0 };
    for (let seed = first; seed < first + count; seed++) {
      checkReport(reportOf(madeUpState(seed), '1.2.3')!, seen);
    }

    t.diagnostic(JSON.stringify(seen));
    assert.ok(
      Object.values(seen).every((found) => found > 100),
      JSON.stringify(seen),
    );
  });
}
