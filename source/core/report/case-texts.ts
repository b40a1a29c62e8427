import { counted, moreOrLess, percent } from '../text/format.ts';
import { finishedReportPasses } from './figures/report-pass.ts';
import type { Report } from './report.ts';
import type { Share } from '../units.ts';

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

/** "pool: 11 % more CPU time, start paid back after 12 tasks": for each case that costs something. */
export const costTexts = ({ cases }: Pick<Report, 'cases'>): readonly string[] =>
  cases.flatMap(({ id, cpuTime, paidBackAfter }) => {
    const texts = [
      ...(cpuTime ? [moreCpuTime(cpuTime.more)] : []),
      ...(paidBackAfter === undefined
        ? []
        : [`starting the workers pays off after ${counted(paidBackAfter, 'task')}`]),
    ];
    return texts.length > 0 ? [`${id}: ${texts.join(', ')}`] : [];
  });

const moreCpuTime = (more: Share): string => `${moreOrLess(more) ?? 'the same'} CPU time`;
