import { textAt, type Spans } from '../profile/spans.ts';

/** A worker of a pass, by its number, and the number of its node if there are several; both from 0. */
export type PassWorker = { readonly worker: number; readonly node?: number };

/** Workers that share a row: neighbours on one node. */
export type WorkerGroup = { readonly workers: readonly number[]; readonly node?: number };

/** With more workers, a row stands for several of them. */
const mostRows = 32;

/** The planned workers, and others that appear in the spans. */
export function workersOf(planned: number, spans: Spans): readonly PassWorker[] {
  const ids = new Map<number, string | undefined>();
  spans.worker.forEach((worker, index) => ids.set(worker, textAt(spans.node, index)));
  const workers = [
    ...Array.from({ length: planned }, (_, worker) => worker),
    ...[...ids.keys()].filter((worker) => worker >= planned).toSorted((one, other) => one - other),
  ];
  const nodes = [...new Set(workers.flatMap((worker) => ids.get(worker) ?? []))];
  return workers.map((worker) => {
    const node = nodes.indexOf(ids.get(worker) ?? '');
    return nodes.length > 1 && node !== -1 ? { worker, node } : { worker };
  });
}

/** Whether there are too many workers for a row each. */
export const exceedsRows = (workers: readonly PassWorker[]): boolean => workers.length > mostRows;

/** A row each. */
export const singleWorkers = (workers: readonly PassWorker[]): readonly WorkerGroup[] =>
  groupsOf(workers, 1);

/** A row each, or for many workers the smallest groups of equal size that need at most `rows` rows. */
export function workerGroups(workers: readonly PassWorker[], rows: number): readonly WorkerGroup[] {
  if (!exceedsRows(workers)) {
    return singleWorkers(workers);
  }

  const most = Math.min(rows, mostRows);
  for (let size = 2; ; size *= 2) {
    const groups = groupsOf(workers, size);
    if (groups.length <= most || size >= workers.length) {
      return groups;
    }
  }
}

/** The last group of a node may be smaller. */
function groupsOf(workers: readonly PassWorker[], size: number): readonly WorkerGroup[] {
  const groups: Array<{ readonly workers: number[]; readonly node?: number }> = [];
  for (const { worker, ...place } of workers) {
    const last = groups.at(-1);
    if (last && last.node === place.node && last.workers.length < size) {
      last.workers.push(worker);
    } else {
      groups.push({ workers: [worker], ...place });
    }
  }

  return groups;
}
