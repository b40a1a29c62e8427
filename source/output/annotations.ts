import { doubtsIn } from '../core/report/findings.ts';
import type { Report } from '../core/report/report.ts';
import { isFailure } from '../core/report/warnings.ts';

/** What failed, and what may have moved the numbers, as commands by which GitHub Actions marks them on its pages. */
export const annotationsOf = (report: Pick<Report, 'trust' | 'warnings'>): readonly string[] =>
  [
    ...report.warnings.filter(isFailure).map(({ message }) => message),
    ...doubtsIn(report).map(({ text }) => text),
  ].map((message) => `::warning title=fibtui::${inOneLine(message)}`);

/** Source of the encoding: the toolkit of GitHub Actions, `escapeData`. */
const inOneLine = (message: string): string =>
  message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
