import { counted, moreOrLess, percent, ratio } from '../text/format.ts';
import type { CpuTime } from './figures/report-case.ts';
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

/**
 * "pool takes 11 % more CPU time than local; starting the workers of pool pays off after 12 tasks": for each case that
 * costs something.
 */
export const costTexts = ({
  cases,
  verdict: { comparisons },
}: Pick<Report, 'cases' | 'verdict'>): readonly string[] =>
  comparisons.flatMap(({ case: id, over }) => {
    const { cpuTime, paidBackAfter } = cases.find((found) => found.id === id) ?? {};
    const texts = [
      ...(cpuTime ? [`${id} takes ${cpuTimeText(cpuTime, over)}`] : []),
      ...(paidBackAfter === undefined
        ? []
        : [`starting the workers of ${id} pays off after ${counted(paidBackAfter, 'task')}`]),
    ];
    return texts.length > 0 ? [texts.join('; ')] : [];
  });

/** "11 % more CPU time than local", "4.80 times the CPU time of local". */
export function cpuTimeText({ more }: CpuTime, over: string): string {
  if (more >= 1) {
    return `${ratio(1 + more)} times the CPU time of ${over}`;
  }

  const difference = moreOrLess(more);
  return difference === undefined
    ? `the same CPU time as ${over}`
    : `${difference} CPU time than ${over}`;
}
