import type { TrustLine } from '../../core/report/trust/trust-lines.ts';
import { line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { marginOf } from '../parts/margin.ts';
import { trustLabel, trustLines, trustRow } from '../parts/trust.ts';
import { priorities } from './priorities.ts';

/** From this width on, the explanations fit. */
const wide = 100;

export type TrustView = {
  readonly trust: readonly TrustLine[];
  /** A notice needs the row of this zone. */
  readonly crowded: boolean;
};

/** How far results could be trusted. */
export function trustZone({ trust, crowded }: TrustView, width: number, theme: Theme): Zone {
  const margin = marginOf(width);
  const row = [line(margin, ...trustRow(trust, width - margin.length, theme))];
  const lines = trustLines(trust, theme).map((one) => line(margin, ...one));
  return {
    title: line(trustLabel),
    priority: priorities.trust,
    variants: [
      ...(width < wide ? [] : [later(priorities.trustLines, ruled(lines))]),
      later(priorities.trustRule, ruled(row)),
      ...(crowded ? [later(priorities.trustRule, bare(row))] : [bare(row)]),
      bare([]),
    ],
  };
}
