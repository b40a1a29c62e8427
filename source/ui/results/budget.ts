import { counted, duration, finePercent, percent, ratio } from '../../core/text/format.ts';
import { shareOf } from '../../core/report/figures/losses.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import { firstFitting, flowed, line, piece, spaced, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { budgetRows, isSeen, partsOf, type Budgeted } from './budget-rows.ts';
import { priorities } from './priorities.ts';

/** The core-time budget of every case that has one. */
export function budgetZones(report: Report, width: number, theme: Theme): readonly Zone[] {
  const budgeted = report.cases.filter(isBudgeted);
  return budgeted.map((found) => budgetZone(found, { several: budgeted.length > 1, width }, theme));
}

const isBudgeted = (found: ReportCase): found is Budgeted => found.budget !== undefined;

type Place = { readonly several: boolean; readonly width: number };

function budgetZone(found: Budgeted, { several, width }: Place, theme: Theme): Zone {
  const foot = footOf(found, width);
  const losses = lossesRow(found, several);
  const { below, beside, timed } = budgetRows(found, width, theme);
  return {
    title: titleOf(found, several),
    priority: priorities.losses,
    variants: [
      later(timed ? priorities.longBars : priorities.budget, ruled([...below, foot])),
      ...(beside ? [later(priorities.budget, ruled([...beside, foot]))] : []),
      later(priorities.budget, bare(flowed(losses, width))),
      bare([spaced(losses, width)]),
      bare([]),
    ],
  };
}

function titleOf({ id, workers, budget: { total, round } }: Budgeted, several: boolean): Line {
  const product = `${counted(workers, 'worker')} × ${duration(total / workers)} = ${duration(total)}`;
  return line(`WHERE THE REST${several ? ` OF ${id}` : ''} WENT   round ${round}: ${product}`);
}

/** The visible losses in words. */
function lossesRow(found: Budgeted, several: boolean): readonly Line[] {
  const losses = partsOf(found).filter((part) => !part.useful && isSeen(part));
  const texts = losses.map(({ name, share }) => `${name} ${finePercent(share)}`);
  return [
    line(piece(several ? `LOST by ${found.id}` : 'LOST', 'strong')),
    ...(texts.length > 0 ? texts : ['nothing']).map((text) => line(text)),
  ];
}

/** The POP factors of the efficiency, and the residual core-time. */
function footOf({ budget, pop }: Budgeted, width: number): Line {
  const residual = line(`residual ${percent(shareOf(budget.residual, budget))}`);
  if (!pop) {
    return residual;
  }

  const factors = [pop.computationScaling, pop.loadBalance, pop.orchestration].map(ratio);
  const rows = [
    ['computation scaling ', 'load balance ', 'orchestration '],
    ['scaling ', 'balance ', 'orchestration '],
    ['', '', ''],
  ].map((names) => {
    const product = names.map((name, index) => `${name}${factors[index]}`).join(' × ');
    return [line(`POP ${ratio(pop.efficiency)} = ${product}`), residual];
  });
  return firstFitting(rows, width);
}
