import type { Report } from '../core/report/report.ts';
import { jsonOf } from './json.ts';
import { inColours } from './summary-colours.ts';
import { summaryOf, type Paper } from './summary.ts';

export type Output = {
  /** The text, in pieces. */
  readonly print: (report: Report, paper: Paper) => Iterable<string>;
  /** The name of its format in the help of its flag. Without a flag it is printed when the screen is left. */
  readonly format?: string;
};

/**
 * What a report can be printed as. A new output is a file and a row: with `format` it gets a flag of its name, which
 * shows no screen.
 */
const table = {
  summary: { print: (report, paper) => [inColours(summaryOf(report, paper), paper.palette)] },
  json: { print: jsonOf, format: 'JSON' },
} satisfies Readonly<Record<string, Output>>;

export type OutputName = keyof typeof table;

export const outputs: Readonly<Record<OutputName, Output>> = table;
export const outputNames = Object.keys(table) as readonly OutputName[];

export const hasScreen = (name: OutputName): boolean => outputs[name].format === undefined;
