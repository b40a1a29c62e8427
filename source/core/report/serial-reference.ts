import type { Milliseconds } from '../units.ts';
import type { ReportCase } from './figures/report-case.ts';
import { finishedReportPasses, type ReportPass } from './figures/report-pass.ts';

/** The tasks of a case on Ray one after another on one CPU of its cluster: calculated, so that it has a bar but no rounds. */
export type SerialReference = {
  readonly name: string;
  /** The case's ID. */
  readonly of: string;
  /** In its typical round. */
  readonly shown: Milliseconds;
  /** In its other rounds. */
  readonly others: readonly Milliseconds[];
};

export const serialReferences = (
  cases: readonly ReportCase[],
  passes: readonly ReportPass[],
): readonly SerialReference[] =>
  cases.flatMap(({ id, typical, python1 }) =>
    python1 === undefined
      ? []
      : [
          {
            name: 'python x1',
            of: id,
            shown: python1,
            others: finishedReportPasses(passes, id)
              .filter(({ round }) => round !== typical.round)
              .flatMap(({ ray }) => ray?.python1 ?? []),
          },
        ],
  );
