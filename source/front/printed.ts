import { reportOf } from '../core/report/report-of.ts';
import type { Session } from '../core/session/session.ts';
import { jsonOf } from '../output/json.ts';
import { summaryOf, type SummaryOptions } from '../output/summary.ts';
import type { Options } from '../options/options.ts';

type PaperOptions = Pick<SummaryOptions, 'columns'> & Pick<Options, 'json' | 'ascii'>;

/** What belongs on standard output when the session is over: the last profile, or nothing. */
export function printed(session: Session, options: PaperOptions): string {
  const report = reportOf(session.state(), session.version);
  if (!report) {
    return '';
  }

  return options.json ? jsonOf(report) : summaryOf(report, options);
}
