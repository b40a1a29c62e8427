import type { Span } from '../../../source/core/profile/span.ts';
import type { Report } from '../../../source/core/report/report.ts';
import { fieldsOf, type Spans } from '../../../source/core/profile/spans.ts';

/** Spans as records, with their fields in the order of the report. */
export function rowsOf(spans: Spans): readonly Span[] {
  const fields = fieldsOf(spans);
  return Array.from(
    { length: spans.count },
    (_, index) =>
      Object.fromEntries(
        fields.flatMap(({ name, valueAt }) => {
          const value = valueAt(index);
          return value === undefined ? [] : [[name, value]];
        }),
      ) as Span,
  );
}

/** A report as it is printed: with a record for each task, without its answer. */
export const inRows = (report: Report) => ({
  ...report,
  passes: report.passes.map((pass) =>
    pass.status === 'finished'
      ? {
          ...pass,
          spans: rowsOf(pass.spans).map(({ digest: _digest, kept: _kept, ...task }) => task),
        }
      : pass,
  ),
});
