import type {
  Event,
  FleetingEvent,
  WorkerSample,
  WorkerTime,
} from '../../../core/profile/event.ts';
import { rayPhases } from '../../../core/plan/ray.ts';
import { calibration, cluster, load, machine, otherLoad, share } from './machine-shape.ts';
import type { RayRun } from '../../../core/plan/circumstances.ts';
import { conditions, failure, outcome } from './outcome-shape.ts';
import { difference } from './span-columns.ts';
import {
  mostWorkers,
  plan,
  plannedCase,
  plannedPass,
  rayTarget,
  time,
  workload,
} from './plan-shape.ts';
import {
  allOf,
  flag,
  list,
  oneOfKinds,
  optional,
  record,
  text,
  whole,
  word,
  type Fields,
  type Shape,
} from './shape.ts';

const workerSample = record<WorkerSample>({
  share,
  tasks: whole(),
  cpu: optional(whole(0, 1e6)),
  node: optional(whole()),
  time: optional(record<WorkerTime>({ run: time, onCpu: time, waiting: time })),
  failed: optional(whole()),
});

type Own<Type extends Event['type']> = Omit<Extract<Event, { readonly type: Type }>, 'type' | 'at'>;

const own = <Type extends Event['type']>(fields: Fields<Own<Type>>): Shape =>
  record<Own<Type>>(fields);

/** The fields of each event besides its type and time. */
const shapes = {
  'machine-detected': own<'machine-detected'>({ machine }),
  'load-sampled': own<'load-sampled'>({ load, otherLoad: optional(otherLoad) }),
  calibrated: own<'calibrated'>({ calibration }),
  'calibration-failed': own<'calibration-failed'>({ workload }),
  'ray-pass-timed': own<'ray-pass-timed'>({
    run: record<RayRun>({ case: plannedCase, span: time, overhead: difference }),
  }),
  'cluster-sought': own<'cluster-sought'>({ target: rayTarget }),
  'cluster-reached': own<'cluster-reached'>({ target: rayTarget, cluster }),
  'cluster-missed': own<'cluster-missed'>({ target: rayTarget, failure }),
  'profile-started': own<'profile-started'>({ plan, startedAt: text }),
  'warm-up-started': own<'warm-up-started'>({ case: text }),
  'case-warmed': own<'case-warmed'>({ case: text, coldStart: time }),
  'pass-started': own<'pass-started'>({ pass: plannedPass }),
  'phase-changed': own<'phase-changed'>({ phase: word(rayPhases), job: optional(text) }),
  'phase-noted': own<'phase-noted'>({ note: optional(text) }),
  'contact-lost': own<'contact-lost'>({ silent: time, patience: time }),
  'contact-regained': own<'contact-regained'>({}),
  'workers-sampled': own<'workers-sampled'>({
    workers: list(workerSample, mostWorkers),
    nodes: optional(list(text, mostWorkers)),
  }),
  'frame-drawn': own<'frame-drawn'>({ took: time }),
  'drawing-held-up': own<'drawing-held-up'>({ took: time }),
  'pass-repeated': own<'pass-repeated'>({ pass: plannedPass }),
  'pass-finished': own<'pass-finished'>({
    pass: plannedPass,
    outcome,
    conditions: optional(conditions),
  }),
  'profile-finished': own<'profile-finished'>({ interrupted: flag }),
} satisfies Record<Exclude<Event['type'], FleetingEvent['type']>, Shape>;

const timed = record<Pick<Event, 'at'>>({ at: time });

export const event = allOf(timed, oneOfKinds('type', shapes));
