import { collectingTexts } from '../../core/report/case-texts.ts';
import type { Report } from '../../core/report/report.ts';
import { firstFitting, line, piece } from '../canvas/line.ts';
import { bare, type Zone } from '../canvas/zone.ts';
import { priorities } from './priorities.ts';

/** The share of the tasks' time that garbage collection took; only for `bigint`. */
export function collectingZone(report: Report, width: number): Zone {
  const texts = collectingTexts(report);
  const parts = texts.map((text) => line(text));
  const row = firstFitting(
    [
      [line(piece("garbage collection, of the tasks' time", 'faint')), ...parts],
      [line(piece('garbage collection', 'faint')), ...parts],
    ],
    width,
  );
  return {
    title: [],
    priority: priorities.collecting,
    variants: texts.length > 0 ? [bare([row]), bare([])] : [bare([])],
  };
}
