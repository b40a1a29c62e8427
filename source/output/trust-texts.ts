import { doubtsIn, fineIn } from '../core/report/findings.ts';
import type { Report } from '../core/report/report.ts';

/** What may have distorted the numbers, the worst first; else what is known not to have. */
export function trustTexts(report: Pick<Report, 'trust' | 'warnings'>): readonly string[] {
  const doubts = doubtsIn(report).map(({ text }) => text);
  if (doubts.length > 0) {
    return doubts;
  }

  const fine = fineIn(report).map(({ text }) => text);
  return [fine.length > 0 ? fine.join(', ') : 'not known: nothing was sampled around the rounds'];
}
