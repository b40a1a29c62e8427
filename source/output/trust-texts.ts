import type { Report } from '../core/report/report.ts';
import { isFailure } from '../core/report/warnings.ts';

/** What may have moved the numbers, the worst first; else what is known not to have. */
export function trustTexts({ trust, warnings }: Pick<Report, 'trust' | 'warnings'>) {
  const ofLevel = (wanted: Report['trust'][number]['level']) =>
    trust.flatMap(({ level, text }) => (level === wanted ? [text] : []));
  const doubts = [
    ...ofLevel('warn'),
    ...ofLevel('note'),
    ...warnings
      .filter((found) => !isFailure(found) && !saidElsewhere.has(found.code))
      .map(({ message }) => message),
  ];
  if (doubts.length > 0) {
    return doubts;
  }

  const fine = ofLevel('ok');
  return [fine.length > 0 ? fine.join(', ') : 'not known: nothing was sampled around the rounds'];
}

/** With the limit of the speed-up. */
const saidElsewhere: ReadonlySet<string> = new Set(['beyond-ceiling', 'more-workers-than-cpus']);
