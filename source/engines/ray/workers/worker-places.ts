import type { ClusterNode } from '../driver/driver-event.ts';

/** One CPU of a node, with its worker processes: Ray may replace one that ended. */
export type Place<Worker> = { readonly node: number; readonly workers: readonly Worker[] };

export type WorkerPlaces<Worker> = {
  /** A node that no list has comes after all others. */
  readonly add: (worker: Worker, node: string) => void;
  /** By node, and on each node in the order in which they were taken. */
  readonly all: () => readonly Place<Worker>[];
  readonly count: () => number;
};

type Node<Worker> = { readonly cpus: number; readonly places: Worker[][]; workers: number };

/** Gives every worker of a cluster a CPU of its node, in turns. */
export function openWorkerPlaces<Worker>(nodes: readonly ClusterNode[]): WorkerPlaces<Worker> {
  const found = new Map<string, Node<Worker>>(
    nodes.map(({ id, cpus }) => [id, emptyNode(Math.max(1, Math.floor(cpus)))]),
  );
  let count = 0;

  return {
    add(worker, id) {
      const node = found.get(id) ?? emptyNode(Number.POSITIVE_INFINITY);
      found.set(id, node);
      const taken = node.places[node.workers % node.cpus];
      node.workers++;
      if (taken) {
        taken.push(worker);
      } else {
        node.places.push([worker]);
        count++;
      }
    },
    all: () =>
      [...found.values()].flatMap(({ places }, node) =>
        places.map((workers) => ({ node, workers })),
      ),
    count: () => count,
  };
}

const emptyNode = <Worker>(cpus: number): Node<Worker> => ({ cpus, places: [], workers: 0 });
