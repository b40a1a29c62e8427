import { createLatestCache } from '../../core/latest-cache.ts';
import type { LoadHistory } from '../../core/profile/load-history.ts';
import { contentHeight, contentWidth, type Room } from '../canvas/frame.ts';
import { line, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed, later, ruled, type Variant, type Zone } from '../canvas/zone.ts';
import { cpusOf, eachGraph, graphColumns } from '../parts/each-cpu.ts';
import { loadOf, type RunLoadView } from './load.ts';
import { marginOf } from '../parts/margin.ts';
import { priorities } from './priorities.ts';

/** In these windows the details stand there without being asked for. */
export const isLarge = ({ columns, rows }: Room): boolean => columns >= 120 && rows >= 40;

/** Each CPU with its own graph; nothing if there are too many. */
export function cpusZone(view: RunLoadView, room: Room, theme: Theme): Zone {
  if (!hasGraphs(view, room)) {
    return fixed(bare([]));
  }

  const { state, detailed } = view;
  const inputs = [state.load, state.machine, room.columns, room.rows, theme, detailed];
  const variants = cpuVariants(state.loadHistory, [...inputs, loadOf(view).last], () => {
    const graph = (height: number): readonly Variant[] => {
      const lines = cpuGraphs(view, { room, height }, theme);
      return lines ? [later(cpuPriority(height, detailed), ruled(lines))] : [];
    };
    const high = [3, 2].map(graph).find((found) => found.length > 0) ?? [];
    return [...high, ...graph(1), bare([])];
  });
  return { title: line('EACH CPU'), priority: 0, variants };
}

/** Samples are rarer than frames. */
const cpuVariants = createLatestCache<LoadHistory, readonly Variant[]>();

function cpuPriority(height: number, detailed: boolean): number {
  if (height > 1) {
    return priorities.higherCpus;
  }

  return detailed ? priorities.askedCpus : priorities.cpus;
}

/** They may take a third of the window. */
const mostOf = (room: Room): number => Math.floor(contentHeight(room) / 3);

export const hasGraphs = ({ state, detailed }: RunLoadView, room: Room): boolean =>
  (detailed || isLarge(room)) &&
  graphColumns(cpusOf(state), innerWidth(room), mostOf(room)) !== undefined;

const innerWidth = (room: Room): number =>
  contentWidth(room) - 2 * marginOf(contentWidth(room)).length;

function cpuGraphs(
  view: RunLoadView,
  { room, height }: { readonly room: Room; readonly height: number },
  theme: Theme,
): readonly Line[] | undefined {
  const margin = marginOf(contentWidth(room));
  const graph = { load: loadOf(view), width: innerWidth(room), rows: mostOf(room), height };
  return eachGraph(cpusOf(view.state), graph, theme)?.map((row) => line(margin, ...row));
}
