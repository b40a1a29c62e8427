import { percent } from '../text/format.ts';
import type { Report } from './report.ts';
import type { Share } from '../units.ts';

/** How much of its tasks' time a case stood still for garbage collection; undefined where that is not told. */
function collectingShare({ passes }: Pick<Report, 'passes'>, caseId: string): Share | undefined {
  const spans = passes.flatMap((pass) =>
    pass.case === caseId && pass.status === 'finished' ? pass.spans : [],
  );
  const told = spans.filter(({ collecting }) => collecting !== undefined);
  const run = told.reduce((sum, { start, end }) => sum + end - start, 0);
  return run > 0 ? told.reduce((sum, { collecting = 0 }) => sum + collecting, 0) / run : undefined;
}

/** "local 58 %", "pool 71 %": of every case of which it is told. */
export const collectingTexts = (report: Pick<Report, 'passes' | 'cases'>): readonly string[] =>
  report.cases.flatMap(({ id }) => {
    const share = collectingShare(report, id);
    return share === undefined ? [] : [`${id} ${percent(share)}`];
  });
