import type { Report } from '../core/report/report.ts';

/** The report and nothing else, over several lines, with one at the end. */
export const jsonOf = (report: Report): string => `${JSON.stringify(report, undefined, 2)}\n`;
