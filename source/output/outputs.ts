import type { Report } from '../core/report/report.ts';
import type { OutputName } from './formats.ts';
import { jsonOf } from './json.ts';
import { sentencesOf } from './sentences.ts';
import { spoken } from './spoken.ts';
import type { Paper } from './paper.ts';
import { summaryOf } from './summary/summary.ts';

export type Output = {
  /** The text, in pieces. */
  readonly print: (report: Report, paper: Paper) => Iterable<string>;
};

/** How each output is printed. A new one is a file, a row here, and its name in `formats.ts`. */
export const outputs: Readonly<Record<OutputName, Output>> = {
  summary: { print: (report, paper) => [summaryOf(report, paper)] },
  sentences: { print: (report, paper) => [spoken(sentencesOf(report), paper)] },
  json: { print: jsonOf },
};
