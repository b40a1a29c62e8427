import type { TrustLine } from '../../core/report/trust/trust-lines.ts';
import { line } from '../canvas/line.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { trustLabel, trustLines, trustRow } from '../parts/trust.ts';
import { priorities } from './priorities.ts';

/** From this width on, the explanations fit. */
const wide = 100;

/** How far results could be trusted. `crowded`: a notice needs the row of this zone. */
export function trustZone(trust: readonly TrustLine[], width: number, crowded: boolean): Zone {
  const row = [trustRow(trust, width)];
  return {
    title: line(trustLabel),
    priority: priorities.trust,
    variants: [
      ...(width < wide ? [] : [later(priorities.trustLines, ruled(trustLines(trust)))]),
      later(priorities.trustRule, ruled(row)),
      ...(crowded ? [later(priorities.trustRule, bare(row))] : [bare(row)]),
      bare([]),
    ],
  };
}
