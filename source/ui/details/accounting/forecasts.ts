import type { ReportCase } from '../../../core/report/figures/report-case.ts';
import { bytes, duration, moreOrLess } from '../../../core/text/format.ts';
import { briefRows, factRows, type Fact } from '../facts.ts';
import type { DetailsRequest, Section } from '../section.ts';

/** What every engine was expected to take, and what it took. */
export function forecasts({ report, width }: DetailsRequest): Section {
  const facts = report.cases.flatMap(factsOf);
  return { title: 'FORECAST', rows: factRows(facts, width), brief: briefRows(facts) };
}

function factsOf({ id, forecast, typical }: ReportCase): readonly Fact[] {
  if (forecast?.wall === undefined) {
    return [];
  }

  const off = typical && moreOrLess(typical.wall / forecast.wall - 1);
  const outcome = typical
    ? `round ${typical.round} took ${duration(typical.wall)}, ${off ?? 'as expected'}`
    : 'no round finished';
  return [
    {
      name: id,
      value: duration(forecast.wall),
      meaning: `${outcome}${forecast.memory > 0 ? `; up to ${bytes(forecast.memory)} of memory` : ''}`,
    },
  ];
}
