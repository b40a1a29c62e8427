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
import { runningPass, type ProfileState, type State } from '../../core/profile/state.ts';
import { contentHeight, contentWidth, type Room } from '../canvas/frame.ts';
import { emptyLine, line, piece, titleOf, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, undrawn, type Zone } from '../canvas/zone.ts';
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
  const { state, profile, apart } = view;
  const marked = [profile.plan, profile.under, profile.passes, runningPass(profile)?.since];
  const drawn = [state.load, state.machine, room.columns, room.rows, theme, apart];
  return zones(state.loadHistory, [...marked, ...drawn], () => drawnZone(view, room, theme));
}

/** Samples are rarer than frames. */
const zones = createLatestCache<LoadHistory, Zone>();

function drawnZone(view: LoadZoneView, room: Room, theme: Theme): Zone {
  const width = contentWidth(room);
  const load = loadOf(view);
  const { lines, legend } = graphs({ load, profile: view.profile }, width, theme);
  const each = () => (view.apart ? [] : [eachRow(view, width, theme)]);
  const here = view.profile.plan.cases.every(({ engine }) => runsHere(engine)) ? '' : ' HERE';
  const title = line(`CPU LOAD${here}, LAST ${load.last / 1000} s`);
  const explained = titleOf(title, line(piece(legend, 'quiet')), {
    width,
    horizontal: theme.horizontal,
  });
  const marked = { ruled: true, title: explained };
  const high = evenUpTo(Math.min(mostRows, contentHeight(room) - least)).map((rows) => {
    const height = rows + 1 + (view.apart ? 0 : 1);
    const drawn = { ...marked, priority: priorityOf(rows), height };
    return undrawn(drawn, () => [...lines(rows), ...each()]);
  });
  return {
    title,
    priority: 0,
    variants: [
      ...high,
      undrawn({ ...marked, priority: priorities.twoRows, height: 3 }, () => lines(2)),
      undrawn({ ...marked, priority: priorities.marks, height: 2 }, () => lines(1)),
      undrawn({ ruled: true, priority: priorities.loadRule, height: 1 }, () =>
        lines(1).slice(0, 1),
      ),
      undrawn({ ruled: false, priority: priorities.load, height: 1 }, () => [
        singleRow(load, width, theme),
      ]),
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
  const high = below(2);
  const graph = (rows: number) =>
    labelledLoad(load, room(rows), theme).map((one) => line(margin, ...one));
  return {
    lines: (rows: number): readonly Line[] => [...graph(rows), (rows > 1 ? high : below(1)).row],
    legend: high.legend,
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
