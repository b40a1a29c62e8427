import type { Report } from '../core/report/report.ts';

/** What may have moved the numbers, the worst first; else that nothing is known to have. */
export function trustTexts({ trust }: Pick<Report, 'trust'>): readonly string[] {
  const found = (['warn', 'note'] as const).flatMap((wanted) =>
    trust.flatMap(({ level, text }) => (level === wanted ? [text] : [])),
  );
  const fine = trust.flatMap(({ level, text }) => (level === 'ok' ? [text] : []));
  if (found.length > 0) {
    return found;
  }

  return fine.length > 0 ? [fine.join(', ')] : ['not known: nothing was sampled around the rounds'];
}
