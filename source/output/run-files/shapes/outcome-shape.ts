import type { Conditions } from '../../../core/machine/conditions.ts';
import type { Failure } from '../../../core/failure.ts';
import type { PartialPass, PassOutcome, PythonPass } from '../../../core/profile/pass.ts';
import type { NodeChanges, QueueWaits, RayPass, WarmUpGaveUp } from '../../../core/plan/ray.ts';
import { time } from './plan-shape.ts';
import { difference, spanColumns } from './span-columns.ts';
import {
  flag,
  list,
  mapOf,
  number,
  oneOfKinds,
  optional,
  record,
  text,
  whole,
  word,
} from './shape.ts';

export const failure = record<Failure>({
  code: text,
  message: text,
  hint: text,
  log: optional(list(text)),
});

const positive = number(0);

const rayPass = record<RayPass>({
  address: text,
  version: text,
  nodes: whole(),
  cpus: number(0),
  job: text,
  names: optional(mapOf(text)),
  changes: optional(record<NodeChanges>({ joined: list(text), left: list(text) })),
  submit: difference,
  pending: difference,
  driverStart: difference,
  warmUp: difference,
  queued: optional(difference),
  rest: difference,
  lag: optional(difference),
  queue: optional(record<QueueWaits>({ p50: difference, p95: difference, most: difference })),
  warmUpGaveUp: optional(
    record<WarmUpGaveUp>({ ready: number(0), of: number(0), free: number(0) }),
  ),
  python1: optional(difference),
  nice: optional(list(number())),
  faults: optional(record<NonNullable<RayPass['faults']>>({ task: positive, serial: positive })),
  outOfTouch: optional(time),
});

export const conditions = record<Conditions>({
  during: time,
  own: optional(time),
  others: optional(time),
  stolen: optional(time),
  throttled: optional(time),
  clock: optional(record<NonNullable<Conditions['clock']>>({ mean: positive, highest: positive })),
  temperature: optional(number(-273)),
});

type Outcome<Status> = Extract<PassOutcome, { readonly status: Status }>;

export const outcome = oneOfKinds('status', {
  finished: record<Outcome<'finished'>>({
    status: word(['finished']),
    wall: time,
    spans: spanColumns,
    ray: optional(rayPass),
    python: optional(record<PythonPass>({ version: text, trims: flag })),
  }),
  cancelled: record<Outcome<'cancelled'>>({ status: word(['cancelled']) }),
  failed: record<Outcome<'failed'>>({
    status: word(['failed']),
    failure,
    partial: optional(
      record<PartialPass>({ tasks: whole(1), of: whole(1), span: difference, task: difference }),
    ),
  }),
} satisfies Record<PassOutcome['status'], unknown>);
