import { duration, ratio } from '../../text/format.ts';
import { phasesOf } from './ray-account.ts';
import type { ReportPass } from '../figures/report-pass.ts';
import type { Advice } from './advice.ts';

/** Time without tasks, and Python's speed relative to our kernel, in the typical pass of a case on Ray. */
export function rayAdvice(caseId: string, pass: ReportPass<'finished'>): Advice | undefined {
  const { wall, span, ray } = pass;
  if (!ray) {
    return undefined;
  }

  const beside = phasesOf({ span, ray }).filter(({ computing }) => !computing);
  const longest = beside.toSorted((one, other) => other.took - one.took)[0]!;
  const before = `${caseId} spent ${duration(wall - span)} of ${duration(wall)} on start-up (${duration(longest.took)} ${longest.name})`;
  const language =
    ray.lambda === undefined
      ? ''
      : `; a task takes ${ratio(1 / ray.lambda)} times as long in Python`;
  return { case: caseId, causes: [], sentence: `${before}${language}.` };
}
