import { count, duration, factor, factorRange } from '../../source/core/text/format.ts';
import { bar, filledCells, overheadFill } from '../../source/core/text/glyphs.ts';
import { engineMark } from '../../source/core/plan/engines.ts';
import type { Walls } from '../../source/core/profile/state.ts';
import { speedup } from '../../source/core/report/figures/speedup.ts';
import { median } from '../../source/core/statistics.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { rowNames, type Chart, type RowName } from './chart.ts';

const width = 40;
const seedFill = '▚';

const medianOf = (walls: Walls): Milliseconds => median([...walls.values()]);

/** A row for every engine on one axis, and the winner. */
export function chartText(chart: Chart): string {
  const { size, tasks, walls } = chart;
  const longest = Math.max(...rowNames.map((name) => medianOf(walls[name])));
  return [
    `  ${count(size)} terms, ${count(tasks)} tasks`,
    ...rowNames.map((name) => row(name, chart, longest)),
    `    fastest: ${winner(chart)}`,
  ].join('\n');
}

function row(name: RowName, chart: Chart, longest: Milliseconds): string {
  const walls = chart.walls[name];
  const times = [...walls.values()];
  const range = `${duration(Math.min(...times)).padStart(8)} to ${duration(Math.max(...times))}`;
  const inside = name === 'ray' ? `   its span ${duration(medianOf(chart.spans))}` : '';
  const wall = duration(medianOf(walls)).padStart(8);
  return `    ${name.padEnd(6)} ${barOf(name, chart, longest)} ${wall}   ${range}${inside}`;
}

/** Ray's computing is drawn solid, the rest of its user's wait faint. */
function barOf(name: RowName, { walls, spans }: Chart, longest: Milliseconds): string {
  const share = medianOf(walls[name]) / longest;
  if (name !== 'ray') {
    const fill = name === 'seed' ? seedFill : engineMark(name, false).fill;
    return bar(share, width, { fill, rest: ' ' });
  }

  const whole = filledCells(share, width);
  const computing = Math.min(whole, filledCells(medianOf(spans) / longest, width));
  const dense = engineMark('ray', false).fill.repeat(computing);
  return `${dense}${overheadFill(false).repeat(whole - computing)}`.padEnd(width);
}

function winner({ walls }: Chart): string {
  const [first, second] = rowNames.toSorted((a, b) => medianOf(walls[a]) - medianOf(walls[b]));
  const { value, low, high, outcome } = speedup(walls[second!], walls[first!])!;
  return outcome === 'same' || outcome === 'undecided'
    ? `${first} and ${second} alike`
    : `${first}, ${fold(value)} as fast as ${second} (${factorRange(low, high)})`;
}

/** The seed's claim for each size: its own loop on this machine compared with Ray. */
export function claimText(charts: readonly Chart[]): string {
  const line = (cells: readonly [string, string, string, string]) => {
    const [work, loop, whole, span] = cells;
    return `  ${work.padEnd(20)}${loop.padStart(10)}   ${whole.padEnd(26)}${span}`.trimEnd();
  };
  return [
    "The seed's claim: small sequences are faster in a local loop, large ones on Ray. Which is faster:",
    line(['', 'its loop', 'Ray, end to end', 'Ray, its span alone']),
    ...charts.map(({ size, tasks, walls, spans }) => {
      const loop = medianOf(walls.seed);
      const against = (ray: Milliseconds) => `${duration(ray).padStart(8)}  ${faster(loop, ray)}`;
      const work = `${count(tasks)} tasks of ${count(size)}`;
      return line([work, duration(loop), against(medianOf(walls.ray)), against(medianOf(spans))]);
    }),
  ].join('\n');
}

const faster = (loop: Milliseconds, ray: Milliseconds): string =>
  ray < loop ? `Ray, ${fold(loop / ray)}` : `loop, ${fold(ray / loop)}`;

const fold = (value: number): string =>
  value < 1000 ? factor(value) : `${count(Math.round(value))}x`;
