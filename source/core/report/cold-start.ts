import { duration } from '../text/format.ts';
import type { Report } from './report.ts';

/** "local 71.0 ms", "pool 88.0 ms": for each case that has one. */
export const coldStartTexts = ({
  cases,
  plan,
}: Pick<Report, 'cases' | 'plan'>): readonly string[] =>
  cases.flatMap(({ id }) => {
    const start = plan.coldStart[id];
    return start === undefined ? [] : [`${id} ${duration(start)}`];
  });
