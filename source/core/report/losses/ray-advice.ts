import { duration, factor } from '../../text/format.ts';
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
  const before = `${caseId}: no task ran in ${duration(wall - span)} of its ${duration(wall)}, ${duration(longest.took)} of them ${longest.name}`;
  const language =
    ray.lambda === undefined
      ? ''
      : `; its Python takes ${factor(1 / ray.lambda)} our time for a task`;
  return { case: caseId, causes: [], sentence: `${before}${language}.` };
}
