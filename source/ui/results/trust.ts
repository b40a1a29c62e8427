import type { Report } from '../../core/report/report.ts';
import { line, piece } from '../canvas/line.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { trustLabel, trustLines, trustRow } from '../parts/trust.ts';
import { priorities } from './priorities.ts';

export function trustOfRunZone({ trust }: Report, width: number): Zone {
  const row = [trustRow(trust, width)];
  const variants = [
    later(priorities.trustLines, ruled(trustLines(trust))),
    later(priorities.trustLines, ruled(row)),
    bare([[piece(trustLabel, 'strong'), ...trustRow(trust, width - trustLabel.length)]]),
  ];
  return {
    title: line(trustLabel),
    priority: priorities.trust,
    variants: [...(trust.length > 0 ? variants : []), bare([])],
  };
}
