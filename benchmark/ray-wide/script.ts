import { said } from '../../test/helpers/ray/fake-ray-jobs.ts';
import type { Milliseconds } from '../../source/core/units.ts';

export type Shape = { readonly cpus: number; readonly tasks: number; readonly time: Milliseconds };

/** A line of a driver, and when it is due after the first task's start. */
export type Due = { readonly at: Milliseconds; readonly said: object };

const cpusPerNode = 64;
/** Of every task: the last of ten terms. */
export const size = 10;
const digest = '0000000000000022';

const nodeId = (node: number): string => node.toString(16).padStart(56, '0');
const workerId = (worker: number): string => `f${worker.toString(16).padStart(55, '0')}`;
const ipOf = (node: number): string => `10.0.${node >> 8}.${node & 255}`;

const nodesOf = ({ cpus }: Shape) =>
  Array.from({ length: Math.ceil(cpus / cpusPerNode) }, (_, node) => ({
    id: nodeId(node),
    ip: ipOf(node),
    host: `node-${node}`,
    cpus: Math.min(cpusPerNode, cpus - node * cpusPerNode),
  }));

/** The nodes as the head lists them. */
export const listedNodes = (shape: Shape) =>
  nodesOf(shape).map(({ id, ip, cpus }, index) => ({
    node_id: id,
    node_ip: ip,
    node_name: ip,
    is_head_node: index === 0,
    state: 'ALIVE',
    resources_total: { CPU: cpus, memory: 256e9 },
  }));

export const opening = (shape: Shape): readonly object[] => {
  const nodes = nodesOf(shape);
  const { cpus, tasks } = shape;
  return [
    { ...said.hello, importMs: 0 },
    {
      ...said.cluster,
      nodes: nodes.slice(0, 80),
      count: nodes.length,
      cpus,
      free: cpus,
      initMs: 0,
    },
    { ev: 'warm', ready: Math.min(cpus, tasks), of: Math.min(cpus, tasks) },
    said.submitted(tasks),
  ];
};

/** Every CPU has a task at any time, and all of them change at the same moment: the most at once that can be. */
export function work({ cpus, tasks, time }: Shape): readonly Due[] {
  const each = time / Math.ceil(tasks / cpus);
  const lines = Array.from({ length: tasks }, (_, task): readonly Due[] => {
    const worker = task % cpus;
    const at = Math.floor(task / cpus) * each;
    return [
      { at, said: startOf(task, worker) },
      { at: at + each, said: { task, each } },
    ];
  });
  return lines.flat().toSorted((one, other) => one.at - other.at);
}

const startOf = (task: number, worker: number) => ({
  ...said.started(task),
  node: nodeId(Math.floor(worker / cpusPerNode)),
  worker: workerId(worker),
  rayTask: workerId(task),
});

export const resultOf = (task: number, from: Milliseconds, to: Milliseconds) => ({
  ev: 'result',
  task,
  startMs: from,
  endMs: to,
  cpuMs: to - from,
  digest,
});
