import type { Report } from '../../core/report/report.ts';
import { line, piece } from '../canvas/line.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { trustLabel, trustLines, trustRow } from '../parts/trust.ts';
import { turns } from './results-turns.ts';

export function trustOfRunZone({ trust }: Report, width: number): Zone {
  const row = [trustRow(trust, width)];
  const variants = [
    later(turns.trustLines, ruled(trustLines(trust))),
    later(turns.trustLines, ruled(row)),
    bare([[piece(trustLabel, 'strong'), ...trustRow(trust, width - trustLabel.length)]]),
  ];
  return {
    title: line(trustLabel),
    priority: turns.trust,
    variants: [...(trust.length > 0 ? variants : []), bare([])],
  };
}
