import type { Report } from '../core/report/report.ts';

/** The report and nothing else, indented. Ends in a line break. */
export const jsonOf = (report: Report): string => `${JSON.stringify(report, undefined, 2)}\n`;
