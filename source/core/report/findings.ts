import type { Report } from './report.ts';
import type { TrustLine, TrustName } from './trust/trust-lines.ts';
import { isFailure, type Warning } from './warnings.ts';

/** Something that may have distorted the numbers, or did not. */
export type Finding = {
  /** Of a line of trust. */
  readonly name?: TrustName;
  readonly text: string;
  /** For a row with several. */
  readonly brief: string;
};

/** Warnings that the headline says, or what to do next. */
const saidElsewhere: ReadonlySet<string> = new Set(['beyond-ceiling', 'more-workers-than-cpus']);

const briefWarnings: Readonly<Record<string, string>> = {
  stopped: 'a round ran twice',
  memory: 'memory is short',
  'not-quiet': 'the machine did not become quiet',
  'out-of-touch': 'the cluster did not answer for a while',
  'ray-here': 'Ray ran on this machine',
};

/** What may have distorted the numbers, the worst first. */
export function doubtsIn({
  trust,
  warnings,
}: Pick<Report, 'trust' | 'warnings'>): readonly Finding[] {
  const others = warnings.filter((found) => !isFailure(found) && !saidElsewhere.has(found.code));
  return [
    ...ofLevel(trust, 'warn'),
    ...ofLevel(trust, 'note'),
    ...others.map(({ code, message }: Warning): Finding => ({
      text: message,
      brief: briefWarnings[code] ?? (code === 'outlier' ? outliersOf(message) : message),
    })),
  ];
}

/** "local: round 1 (248 ms), far from …" → "outliers of local". */
const outliersOf = (message: string): string => `outliers of ${message.replace(/:.*/s, '')}`;

/** Checks that found nothing. */
export const fineIn = ({ trust }: Pick<Report, 'trust'>): readonly Finding[] =>
  ofLevel(trust, 'ok');

/** Unknown lines, in one text for each reason. */
export function unknownIn({ trust }: Pick<Report, 'trust'>): readonly Finding[] {
  const parts = trust.filter(({ level }) => level === 'unknown').map(({ text }) => splitText(text));
  return [...new Set(parts.map(({ why }) => why))].map((why) => {
    const names = parts.filter((part) => part.why === why).map(({ what }) => what);
    const text = names.length === 1 ? `${names[0]}: ${why}` : `${why}: ${names.join(', ')}`;
    return { text, brief: names.join(', ') };
  });
}

const ofLevel = (trust: readonly TrustLine[], wanted: TrustLine['level']) =>
  trust
    .filter(({ level }) => level === wanted)
    .map(({ name, text }) => ({ name, text, brief: splitText(text).what }));

/** The fact, and what it means. */
function splitText(text: string): { readonly what: string; readonly why: string } {
  const [what = '', ...why] = text.split(': ');
  return { what, why: why.join(': ') };
}
