import { quietShare } from '../../core/report/trust/quiet.ts';
import { bytes, percent } from '../../core/text/format.ts';
import type { State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import { contentWidth, type Room } from '../canvas/frame.ts';
import { fitted, lengthOf, line, piece, spaced, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Variant, type Zone } from '../canvas/zone.ts';
import { cpusOf, eachGraph, eachNow } from '../parts/each-cpu.ts';
import {
  busyText,
  labelledLoad,
  loadGraph,
  loadViewOf,
  type LoadView,
} from '../parts/load-graph.ts';
import { priorities } from './priorities.ts';

/** The time that the graph shows. */
const shown: Milliseconds = 30_000;

/** Is it quiet? All CPUs over the last 30 s, and each of them now. */
export function loadZone(state: State, room: Room, theme: Theme): Zone {
  const width = contentWidth(room);
  const load = loadViewOf(state, shown);
  const each = eachLine(state, width, theme);
  const two = ruled([graphLine(state, load, { width, theme }), each]);
  return {
    title: line('CPU LOAD'),
    priority: priorities.load,
    variants: [
      ...tall(state, load, { room, theme }),
      two,
      bare([denseLine(state, load, { width, theme })]),
    ],
  };
}

type Drawn = { readonly width: number; readonly theme: Theme };

const label = (text: string) => piece(text.padEnd(10), 'quiet');

/** "last 30 s ⣀⣀⡀⣀   0.5 of 16 busy   ✓ quiet". */
function graphLine(state: State, load: LoadView, { width, theme }: Drawn): Line {
  const end = line(`   ${busyText(load)} busy   `, ...quietPieces(state, theme));
  const graph = width - 10 - lengthOf(line(`   ${busyText(load)} busy   `)) - markWidth;
  const [row = []] = loadGraph(load, { width: graph, rows: 1 }, theme);
  return [label('last 30 s'), ...fitted(row, graph), ...end];
}

/** "▲ others use 100 %". */
const markWidth = 18;

/** Whether other programs leave the CPUs alone; nothing while that is unknown. */
function quietPieces({ otherLoad }: State, { marks }: Theme): Line {
  if (!otherLoad) {
    return [];
  }

  const { others } = otherLoad;
  return others < quietShare
    ? line(piece(marks.good, 'good'), ' quiet')
    : line(piece(`${marks.note} others use ${percent(others)}`, 'warning'));
}

const freeText = ({ machine }: State): string =>
  machine ? `${bytes(machine.memory.limit)} of memory free` : '';

function eachLine(state: State, width: number, theme: Theme): Line {
  const free = freeText(state);
  const cpus = cpusOf(state);
  const room = width - 10 - free.length - 3;
  return spaced([[label('each now'), ...eachNow(cpus, room, theme)], line(free)], width);
}

/** All of it in one row, with as much of the graph as there is room for. */
function denseLine(state: State, load: LoadView, { width, theme }: Drawn): Line {
  const end = line(`  ${busyText(load)} CPUs busy  `, ...quietPieces(state, theme));
  const graph = width - lengthOf(line(`  ${busyText(load)} CPUs busy  `)) - markWidth;
  const [row = []] = loadGraph(load, { width: graph, rows: 1 }, theme);
  return [...fitted(row, graph), ...end];
}

/** Rows of the graph in high windows. They depend on the window alone, so that nothing moves. */
const heights = [
  { from: 46, rows: 6 },
  { from: 36, rows: 4 },
  { from: 30, rows: 2 },
] as const;

type TallRoom = { readonly room: Room; readonly theme: Theme };

/** A graph of several rows with its scale, and below it each CPU with its own graph if they all fit. */
function tall(state: State, load: LoadView, { room, theme }: TallRoom): readonly Variant[] {
  const rows = heights.find(({ from }) => room.rows >= from)?.rows;
  if (rows === undefined) {
    return [];
  }

  const width = contentWidth(room);
  const graph = labelledLoad(load, { width, rows }, theme);
  const each = eachGraph(cpusOf(state), { load, width, rows: 2 * rows }, theme) ?? [
    [label('each now'), ...eachNow(cpusOf(state), width - 10, theme)],
  ];
  const end = spaced([quietPieces(state, theme), line(freeText(state))], width);
  return [
    {
      ...later(priorities.graph, ruled([...graph, ...each, end])),
      title: line('CPU LOAD, LAST 30 s'),
    },
  ];
}
