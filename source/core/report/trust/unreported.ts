import { notReported, type TrustLine } from './trust-lines.ts';

type Line = Pick<TrustLine, 'text'>;

/** What a line is about: its text up to the colon. */
export const nameIn = ({ text }: Line): string => text.replace(/:.*/s, '');

const isUnreported = ({ text }: Line): boolean => text.endsWith(notReported);

/** The lines that say something of their own. */
export const reportedOf = <Of extends Line>(lines: readonly Of[]): readonly Of[] =>
  lines.filter((line) => !isUnreported(line));

/** All others in one: "not reported on this machine: governor, clock"; undefined if there are none. */
export function unreportedText(lines: readonly Line[]): string | undefined {
  const names = lines.filter(isUnreported).map(nameIn);
  return names.length === 0 ? undefined : `${notReported}: ${names.join(', ')}`;
}
