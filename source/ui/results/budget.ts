import { budgetRowsOf } from '../../core/report/figures/budget-rows.ts';
import { counted, duration, ratio } from '../../core/text/format.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import { firstFitting, flowed, line, piece, spaced, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { budgetRows, type Budgeted } from './budget-rows.ts';
import { priorities } from './priorities.ts';

/** Where the workers were, for every case that has a budget. */
export function budgetZones(report: Report, width: number, theme: Theme): readonly Zone[] {
  const budgeted = report.cases.filter(isBudgeted);
  return budgeted.map((found) => budgetZone(found, { several: budgeted.length > 1, width }, theme));
}

const isBudgeted = (found: ReportCase): found is Budgeted => found.budget !== undefined;

type Place = { readonly several: boolean; readonly width: number };

function budgetZone(found: Budgeted, { several, width }: Place, theme: Theme): Zone {
  const foot = footOf(found, width);
  const losses = lossesRow(found, several);
  const { below, beside } = budgetRows(found, width, theme);
  return {
    title: titleOf(found, several),
    priority: priorities.losses,
    variants: [
      later(beside ? priorities.longBars : priorities.budget, ruled([...below, ...foot])),
      ...(beside ? [later(priorities.budget, ruled([...beside, ...foot]))] : []),
      later(priorities.budget, bare(flowed(losses, width))),
      bare([spaced(losses, width)]),
      bare([]),
    ],
  };
}

/** Both walls of the round, whose quotient is the speed-up. */
function titleOf({ id, budget }: Budgeted, several: boolean): Line {
  const { round, wall, local, workers } = budget;
  const many = workers === 1 ? 'THE WORKER' : `${workers} WORKERS`;
  const were = `${several ? ` OF ${id}` : ''} ${workers === 1 ? 'WAS' : 'WERE'}`;
  return line(
    `WHERE ${many}${were}   round ${round}: local ${duration(local)}, ${id} ${duration(wall)}`,
  );
}

/** The losses in words. */
function lossesRow({ id, budget }: Budgeted, several: boolean): readonly Line[] {
  const texts = budgetRowsOf(budget)
    .filter(({ name }) => name !== 'the work')
    .map(({ name, workers }) => `${name} ${workers}`);
  const of = `of ${counted(budget.workers, 'worker')}`;
  return [
    line(piece(several ? `LOST by ${id}` : 'LOST', 'strong')),
    ...(texts.length > 0 ? [of, ...texts] : ['nothing']).map((text) => line(text)),
  ];
}

/** The POP factors of the efficiency; none with a single round. */
function footOf({ pop }: Budgeted, width: number): readonly Line[] {
  if (!pop) {
    return [];
  }

  const factors = [pop.computationScaling, pop.loadBalance, pop.orchestration, pop.localOverhead];
  const rows = [
    ['computation scaling ', 'load balance ', 'orchestration ', "local's own overhead "],
    ['scaling ', 'balance ', 'orchestration ', 'local '],
    ['', '', '', ''],
  ].map((names) => {
    const product = names.map((name, index) => `${name}${ratio(factors[index]!)}`).join(' × ');
    return [line(`POP ${ratio(pop.efficiency)} = ${product}`)];
  });
  return [firstFitting(rows, width)];
}
