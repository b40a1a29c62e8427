import { duration, ratio } from '../../text/format.ts';
import { phasesOf, queuedName, type OnRay } from './ray-account.ts';
import type { ReportPass } from '../figures/report-pass.ts';
import type { Advice } from './advice.ts';

/** Time without tasks, and Python's speed relative to our kernel, in the typical pass of a case on Ray. */
export function rayAdvice(caseId: string, pass: ReportPass<'finished'>): Advice | undefined {
  const { ray } = pass;
  if (!ray) {
    return undefined;
  }

  const before = `${caseId} ${beforeText(pass, ray)}`;
  const language =
    ray.lambda === undefined
      ? ''
      : `; a task takes ${ratio(1 / ray.lambda)} times as long in Python`;
  return { case: caseId, causes: [], sentence: `${before}${language}.` };
}

/** "spent 22.9 s of 25.1 s without a task (20.0 s queued: others held the CPUs)". */
function beforeText({ wall, span }: ReportPass<'finished'>, ray: OnRay['ray']): string {
  const beside = phasesOf({ span, ray }).filter(({ computing }) => !computing);
  const { name, took } = beside.toSorted((one, other) => other.took - one.took)[0]!;
  const whole = `spent ${duration(wall - span)} of ${duration(wall)}`;
  return name === queuedName
    ? `${whole} without a task (${duration(took)} queued: others held the CPUs)`
    : `${whole} on start-up (${duration(took)} ${name})`;
}
