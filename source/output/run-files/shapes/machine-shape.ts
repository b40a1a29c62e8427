import type { Calibration, CalibrationSample } from '../../../core/plan/calibration.ts';
import type {
  CoreKind,
  CpuLoad,
  Governor,
  Machine,
  Memory,
  OtherLoad,
  UsableCpus,
} from '../../../core/machine/machine.ts';
import type { Cluster, ClusterNode } from '../../../core/plan/ray.ts';
import { mostWorkers, time, workload } from './plan-shape.ts';
import { flag, list, mapOf, number, optional, record, text, whole, word } from './shape.ts';

export const share = number(0, 1);
const cpus = whole(0, mostWorkers);

/** No processor has as many; a file may say anything. */
const mostKinds = 16;

export const machine = record<Machine>({
  cpu: text,
  sockets: optional(whole()),
  cores: optional(whole()),
  kinds: optional(list(record<CoreKind>({ cores: cpus, cpus, usable: cpus }), mostKinds)),
  threads: whole(),
  usable: record<UsableCpus>({
    count: whole(1, mostWorkers),
    online: cpus,
    affinity: cpus,
    quota: optional(number(0)),
    quotaUnknown: optional(flag),
  }),
  memory: record<Memory>({ total: number(), free: number(), limit: number() }),
  governor: optional(record<Governor>({ names: list(text), driver: text })),
  os: text,
  node: text,
  v8: text,
  libraries: mapOf(text),
});

export const load = list(
  record<CpuLoad>({ cpu: whole(0, 1e6), busy: share, steal: optional(share) }),
  mostWorkers,
);

export const otherLoad = record<OtherLoad>({ others: share, stolen: optional(share) });

export const calibration = record<Calibration>({
  workload,
  a: time,
  b: time,
  c: time,
  steps: optional(list(record<CalibrationSample>({ n: number(1), duration: time }), 100)),
  gap: optional(time),
});

export const cluster = record<Cluster>({
  address: text,
  version: text,
  authentication: word(['disabled', 'token'] satisfies readonly Cluster['authentication'][]),
  nodes: list(
    record<ClusterNode>({
      name: text,
      cpus: number(0),
      head: flag,
      memory: optional(number(0)),
    }),
  ),
  cpus: number(0),
  here: flag,
  remarks: list(text),
});
