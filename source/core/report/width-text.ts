import { runsHere } from '../plan/engines.ts';
import { widestOf } from '../plan/plan.ts';
import type { ReportCase } from './figures/report-case.ts';

type Width = Pick<ReportCase, 'engine' | 'workers' | 'median'>;

/**
 * The most workers of this machine's own engines and, if Ray ran, of Ray: "P 4, 8 on ray".
 * @param own Text after the first number.
 */
export function widthText(cases: readonly Width[], own = ''): string {
  const ours = cases.filter(({ engine }) => runsHere(engine));
  // The width of a cluster that never answered is unknown.
  const onRay = cases.filter(({ engine, median }) => !runsHere(engine) && median !== undefined);
  const widths = [
    ...(ours.length > 0 ? [`${widestOf(ours)}${own}`] : []),
    ...(onRay.length > 0 ? [`${widestOf(onRay)} on ray`] : []),
  ];
  return `P ${widths.join(', ') || 'n/a'}`;
}
