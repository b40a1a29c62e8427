import { cpusOf, eachNow } from '../parts/each-cpu.ts';
import {
  cellsOf,
  labelledLoad,
  labelledWidths,
  loadViewOf,
  type LoadView,
} from '../parts/load-graph.ts';
import { passMarks } from '../parts/pass-marks.ts';
import { createLatestCache } from '../../core/latest-cache.ts';
import type { LoadHistory } from '../../core/profile/load-history.ts';
import { runsHere } from '../../core/plan/engines.ts';
import type { ProfileState, State } from '../../core/profile/state.ts';
import { contentHeight, contentWidth, type Room } from '../canvas/frame.ts';
import { emptyLine, line, piece, titleOf, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { loadWindow } from './load-window.ts';
import { marginOf } from '../parts/margin.ts';
import { priorities } from './priorities.ts';

export type RunLoadView = {
  readonly state: State;
  readonly profile: ProfileState;
  /** Whether the details were asked for. */
  readonly detailed: boolean;
};

export type LoadZoneView = RunLoadView & {
  /** Whether each CPU has a graph of its own elsewhere. */
  readonly apart: boolean;
};

/** The load of all CPUs together with the passes marked below it, and of each CPU now. */
export function loadZone(view: LoadZoneView, room: Room, theme: Theme): Zone {
  const width = contentWidth(room);
  const load = loadOf(view);
  const { lines, legend } = graphs({ load, profile: view.profile }, width, theme);
  const each = view.apart ? [] : [eachRow(view, width, theme)];
  const here = view.profile.plan.cases.every(({ engine }) => runsHere(engine)) ? '' : ' HERE';
  const title = line(`CPU LOAD${here}, LAST ${load.last / 1000} s`);
  const explained = titleOf(title, line(piece(legend, 'quiet')), {
    width,
    horizontal: theme.horizontal,
  });
  const marked = (priority: number, rows: readonly Line[]) => ({
    ...later(priority, ruled(rows)),
    title: explained,
  });
  const high = evenUpTo(Math.min(mostRows, contentHeight(room) - least)).map((rows) =>
    marked(priorityOf(rows), [...lines(rows), ...each]),
  );
  return {
    title,
    priority: 0,
    variants: [
      ...high,
      marked(priorities.twoRows, lines(2)),
      marked(priorities.marks, lines(1)),
      later(priorities.loadRule, ruled(lines(1).slice(0, 1))),
      later(priorities.load, bare([singleRow(load, width, theme)])),
      bare([]),
    ],
  };
}

function priorityOf(rows: number): number {
  if (rows > 4) {
    return priorities.highLoad;
  }

  return rows > 2 ? priorities.fourRows : priorities.eachCpu;
}

/** More would take a slow line too long. */
const mostRows = 12;

/** Rows that the other zones of a run take at least, and the rule and the passes of this one. */
const least = 12;

const evenUpTo = (most: number): readonly number[] =>
  Array.from({ length: Math.floor(most / 2) }, (_, index) => 2 * (index + 1)).toReversed();

export const loadOf = ({ state, profile }: RunLoadView): LoadView =>
  loadViewOf(state, loadWindow(profile));

/** The graph with the passes below it, by its rows; and what their letters stand for. */
function graphs(
  { load, profile }: { readonly load: LoadView; readonly profile: ProfileState },
  width: number,
  theme: Theme,
) {
  const margin = marginOf(width);
  const room = (rows: number) => ({ width: width - 2 * margin.length, rows });
  const below = (rows: number) => {
    const { before, graph } = labelledWidths(load, room(rows));
    const { row, legend } = passMarks(profile, cellsOf(load, graph), theme);
    return { row: line(`${margin}${' '.repeat(before)}`, ...row), legend };
  };
  const [alone, high] = [below(1), below(2)];
  const graph = graphLines(load.history, [width, theme, load.top, load.last], () =>
    remembered((rows) => labelledLoad(load, room(rows), theme).map((one) => line(margin, ...one))),
  );
  return {
    lines: (rows: number): readonly Line[] => [...graph(rows), (rows > 1 ? high : alone).row],
    legend: high.legend,
  };
}

/** Samples are rarer than frames. */
const graphLines = createLatestCache<LoadHistory, (rows: number) => readonly Line[]>();

function remembered(draw: (rows: number) => readonly Line[]): (rows: number) => readonly Line[] {
  const known = new Map<number, readonly Line[]>();
  return (rows) => {
    const lines = known.get(rows) ?? draw(rows);
    known.set(rows, lines);
    return lines;
  };
}

function singleRow(load: LoadView, width: number, theme: Theme): Line {
  const margin = marginOf(width);
  const label = 'load ';
  const room = { width: width - label.length - 2 * margin.length, rows: 1 };
  const [row = emptyLine] = labelledLoad(load, room, theme);
  return line(margin, piece(label, 'quiet'), ...row);
}

/** Below a graph with a scale. */
function eachRow(view: RunLoadView, width: number, theme: Theme): Line {
  const margin = marginOf(width);
  const room = { width: width - 2 * margin.length, rows: 2 };
  const { before, graph } = labelledWidths(loadOf(view), room);
  return line(
    margin,
    piece(`${'each'.padStart(before - 1)} `, 'quiet'),
    ...eachNow(cpusOf(view.state), graph, theme),
  );
}
