import { duration, percent } from '../text/format.ts';
import { finishedReportPasses } from './figures/report-pass.ts';
import type { Report } from './report.ts';
import type { Share } from '../units.ts';

/** "local 71.0 ms", "pool 88.0 ms": for each case that has one. */
export const coldStartTexts = ({
  cases,
  plan,
}: Pick<Report, 'cases' | 'plan'>): readonly string[] =>
  cases.flatMap(({ id }) => {
    const start = plan.coldStart[id];
    return start === undefined ? [] : [`${id} ${duration(start)}`];
  });

/** Share of its tasks' time that a case was paused for garbage collection; undefined if no task reports it. */
function collectingShare({ passes }: Pick<Report, 'passes'>, caseId: string): Share | undefined {
  let [run, collecting] = [0, 0];
  for (const { spans } of finishedReportPasses(passes, caseId)) {
    const { start, end } = spans;
    spans.collecting?.forEach((time, index) => {
      if (!Number.isNaN(time)) {
        run += end[index]! - start[index]!;
        collecting += time;
      }
    });
  }

  return run > 0 ? collecting / run : undefined;
}

/** "local 58 %", "pool 71 %": for each case that has one. */
export const collectingTexts = (report: Pick<Report, 'passes' | 'cases'>): readonly string[] =>
  report.cases.flatMap(({ id }) => {
    const share = collectingShare(report, id);
    return share === undefined ? [] : [`${id} ${percent(share)}`];
  });
