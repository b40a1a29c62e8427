import { counted, duration, durationRange, factor, moreOrLess, percent } from '../text/format.ts';
import { finishedReportPasses, passIn } from './figures/report-pass.ts';
import type { ReportCase, ReportSpeedup } from './figures/report-case.ts';
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

/** "1.73x", marked with "!" if it is more than the workers can give. */
export const speedupText = ({ value, beyond }: Pick<ReportSpeedup, 'value' | 'beyond'>): string =>
  `${factor(value)}${beyond === undefined ? '' : '!'}`;

/** The shortest and the longest wall of a case: "2.18 to 2.54 s"; '' if none finished. */
export function wallRange({ passes }: Pick<Report, 'passes'>, caseId: string): string {
  const walls = finishedReportPasses(passes, caseId).map(({ wall }) => wall);
  return walls.length === 0 ? '' : durationRange(Math.min(...walls), Math.max(...walls));
}

/** The speed-up of Python on one CPU of the cluster over `local`, in the typical round of a case on Ray. */
export function pythonFactor(
  { passes }: Pick<Report, 'passes'>,
  { id, typical, speedup }: ReportCase,
): string {
  const lambda = passIn(passes, id, typical?.round)?.ray?.lambda;
  return speedup && lambda !== undefined ? factor(lambda) : '';
}

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
