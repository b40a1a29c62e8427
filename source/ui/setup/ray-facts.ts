import { column, widthOf } from '../../core/text/cells.ts';
import { cut } from '../../core/text/cut.ts';
import { bytes, counted } from '../../core/text/format.ts';
import type { Cluster, ClusterNode } from '../../core/plan/ray.ts';
import { ownHead, type RayTarget } from '../../core/plan/settings.ts';
import { contentHeight, type Room } from '../canvas/frame.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import type { RayStatus } from '../parts/ray-status.ts';
import { bare, ruled, type Zone } from '../canvas/zone.ts';
import { priorities } from './priorities.ts';

export type RayView = { readonly target: RayTarget; readonly ray: RayStatus };

/** Fewer rows would only repeat the rows above. */
const fewestFacts = 3;

/** The known facts of the cluster and its requirements; nothing while Ray is off. */
export function rayZone(view: RayView, room: Room): Zone {
  const zone = { title: line('RAY'), priority: priorities.ray };
  if (view.ray.type === 'off') {
    return { ...zone, variants: [bare([])] };
  }

  const facts = factsOf(view);
  const nodes = view.ray.type === 'reached' ? view.ray.cluster.nodes : [];
  const most = Math.min(nodes.length, contentHeight(room));
  const withNodes = Array.from({ length: most }, (_, less) => [
    ...facts,
    ...nodeRows(nodes, most - less),
  ]);
  const fewer = Array.from({ length: facts.length - fewestFacts + 1 }, (_, less) =>
    facts.slice(0, facts.length - less),
  );
  return { ...zone, variants: [...[...withNodes, ...fewer].map(ruled), bare([])] };
}

const labelWidth = 10;

const labelled = (label: string, text: string): Line =>
  line(piece(label.padEnd(labelWidth), 'quiet'), text);

/** The most important first, because a small window shows only those. */
function factsOf({ target, ray }: RayView): readonly Line[] {
  const cluster = ray.type === 'reached' ? ray.cluster : undefined;
  const own = target.at === ownHead;
  const address = cluster?.address ?? (own ? 'on this machine' : target.at);
  const whose = own ? 'a Ray that fibtui starts, from' : 'from';
  return [
    labelled('Address', `${address}   ${whose} ${target.from}`),
    cluster ? labelled('Ray', answerOf(cluster)) : labelled('Ray', waitOf(ray, own)),
    labelled('Sent', 'one small Python file, as the working directory of the job'),
    ...(own ? ownNeeds : foreignNeeds).map(([label, text]) => labelled(label, text)),
    ...(cluster && cluster.nodes.length > 0 ? [labelled('Nodes', nodesOf(cluster))] : []),
  ];
}

/** Requirements of other ways to use Ray that its Jobs API does not have. */
const foreignNeeds = [
  ['Version', 'no versions have to match: you need no Ray here'],
  ['Python', "the cluster's own: you need none here, and no notebook"],
] as const;

const ownNeeds = [
  ['Python', 'one on this machine that has Ray, which decides the version'],
  ['Ends', 'when fibtui quits, with all of its processes'],
] as const;

function answerOf({ version, authentication, here }: Cluster): string {
  if (authentication === 'disabled') {
    return `${version}, no token`;
  }

  return `${version}, ${here ? 'protected by a token that fibtui made' : 'asked for a token and accepted ours'}`;
}

function waitOf(ray: RayStatus, own: boolean): string {
  if (ray.type === 'missed') {
    return 'does not answer: its part of the run would fail, the others run';
  }

  return own ? 'is starting, which takes about ten seconds' : 'is being asked';
}

const nodesOf = ({ nodes, cpus }: Cluster): string =>
  `${nodes.length}, with ${counted(cpus, 'CPU')}${nodes.length > 1 ? ' together' : ''}`;

const longestName = 40;

/** The nodes that fit, and a last row that counts the others. */
function nodeRows(all: readonly ClusterNode[], rows: number): readonly Line[] {
  const nodes = all.length <= rows ? all : all.slice(0, rows - 1);
  const left = all.length - nodes.length;
  const names = Math.min(longestName, Math.max(0, ...nodes.map(({ name }) => widthOf(name))));
  const digits = Math.max(0, ...nodes.map(({ cpus }) => String(cpus).length));
  return [
    ...nodes.map(({ name, cpus, head, memory }) => {
      const shown = column(cut(name, names), names);
      const size = `${String(cpus).padStart(digits)} ${cpus === 1 ? 'CPU ' : 'CPUs'}`;
      const room = memory === undefined ? '' : `   ${bytes(memory)}`;
      return labelled('', `${shown}   ${size}${room}${head ? '   head' : ''}`);
    }),
    ...(left > 0 ? [labelled('', `and ${left} more`)] : []),
  ];
}
