import type { Milliseconds, Share } from '../../../core/units.ts';
import { impossibleIn } from './possible.ts';

export type ClusterNode = {
  readonly id: string;
  readonly ip: string;
  readonly host: string;
  readonly cpus: number;
};

/** A worker process, and where it runs. */
export type WorkerPlace = {
  readonly node: string;
  readonly worker: string;
  readonly pid: number;
  readonly host: string;
  readonly nice: number;
  readonly python: string;
  /** How long its process had existed when it said so; absent if its system does not report that. */
  readonly ageMs?: Milliseconds;
};

/** A short task that has ended. Its times count from the line's `at`; a system that counts no page faults gives null. */
export type ShortTask = readonly [
  task: number,
  worker: number,
  queueMs: Milliseconds,
  startMs: Milliseconds,
  endMs: Milliseconds,
  cpuMs: Milliseconds,
  faults: number | null,
];

/** What a line of the driver says, without its counter and time. */
type EventBody =
  | {
      readonly ev: 'hello';
      readonly python: string;
      readonly ray: string;
      readonly exe: string;
      readonly importMs: Milliseconds;
    }
  | {
      readonly ev: 'cluster';
      /** Only the first ones of a very large cluster. */
      readonly nodes: readonly ClusterNode[];
      /** The number of all nodes. */
      readonly count: number;
      readonly cpus: number;
      readonly free: number;
      readonly initMs: Milliseconds;
    }
  | {
      readonly ev: 'warm';
      readonly ready: number;
      readonly of: number;
      /** The longest that a worker waited for its CPU so far, without starting. */
      readonly queueMs?: Milliseconds;
      /** The warm-up gave up, with as many CPUs free. */
      readonly free?: number;
    }
  | { readonly ev: 'submitted'; readonly tasks: number }
  | ({
      readonly ev: 'started';
      readonly task: number;
      readonly queueMs: Milliseconds;
    } & WorkerPlace)
  /** Shares by task number; empty if it is only a sign of life. */
  | { readonly ev: 'progress'; readonly frac: Readonly<Record<string, Share>> }
  | {
      readonly ev: 'result';
      readonly task: number;
      readonly startMs: Milliseconds;
      readonly endMs: Milliseconds;
      readonly cpuMs: Milliseconds;
      /** Page faults while it computed; absent if the system does not count them. */
      readonly faults?: number;
      readonly digest: string;
      /** Absent if the workload keeps no terms. */
      readonly kept?: string;
    }
  | {
      readonly ev: 'serial';
      readonly taskMs: readonly Milliseconds[];
      /** From the end of each to the start of the next. */
      readonly betweenMs?: readonly Milliseconds[];
      /** As of the tasks. */
      readonly faults?: readonly (number | null)[];
    }
  | {
      readonly ev: 'failed';
      readonly task: number;
      readonly error: string;
      readonly message?: string;
    }
  | {
      readonly ev: 'end';
      /** The driver never says `impossible`: it stands for an event whose numbers cannot be true. */
      readonly status: 'ok' | 'partial' | 'stopped' | 'deadline' | 'error' | 'impossible';
      readonly ok?: number;
      readonly reason?: string;
      /** On this machine: the wall of the pass, the CPU time of the process so far, and whether libc gave memory back. */
      readonly wallMs?: Milliseconds;
      readonly cpuMs?: Milliseconds;
      readonly trims?: boolean;
    }
  /** The first line on this machine, where it runs without Ray. */
  | { readonly ev: 'here'; readonly python: string }
  /** On this machine: tasks from `first` on, one after another, all with the same answer. Times count from the order. */
  | {
      readonly ev: 'row';
      readonly first: number;
      readonly startMs: readonly Milliseconds[];
      readonly endMs: readonly Milliseconds[];
      readonly cpuMs: readonly Milliseconds[];
      readonly digest: string;
      readonly kept?: string;
    }
  /** Written by the entrypoint: no Python on the head has ray. */
  | { readonly ev: 'nopython' };

/** Lines that stand for several events, so that a short task costs few bytes. */
type ShortBody =
  /** Numbers a worker, for the lines that follow. */
  | ({ readonly ev: 'worker'; readonly number: number } & WorkerPlace)
  /** Short tasks with the same answer: the start and the result of each. */
  | {
      readonly ev: 'ran';
      readonly at: Milliseconds;
      readonly digest: string;
      readonly kept?: string;
      readonly tasks: readonly ShortTask[];
    };

/** `ts` is on the clock of the driver's host: never compare it with ours. */
type Stamp = { readonly seq: number; readonly ts: Milliseconds };

export type DriverEvent = EventBody & Stamp;

export type DriverLine = DriverEvent | (ShortBody & Stamp);

export type EventNamed<Name extends DriverLine['ev']> = Extract<DriverLine, { readonly ev: Name }>;

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
/** Infinity as well: JSON has it as 1e999. What a number may be is `impossibleIn`'s. */
const number: Check = (value) => typeof value === 'number';
const taskNumber: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const hasFields = (value: unknown, checks: Readonly<Record<string, Check>>): boolean =>
  isObject(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

/** From -20 to 19 on Linux, to 20 elsewhere. */
const niceValue: Check = (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 20;

const place = {
  node: text,
  worker: text,
  pid: number,
  host: text,
  nice: niceValue,
  python: text,
  ageMs: optional(number),
};

const faults: Check = (value) => value === null || number(value);

const shortTask: Check = (value) =>
  Array.isArray(value) &&
  value.length === 7 &&
  value.slice(0, 2).every(taskNumber) &&
  value.slice(2, 6).every(number) &&
  faults(value[6]);

const node: Check = (value) => hasFields(value, { id: text, ip: text, host: text, cpus: number });

const checks: Readonly<Record<DriverLine['ev'], Readonly<Record<string, Check>>>> = {
  hello: { python: text, ray: text, exe: text, importMs: number },
  cluster: { nodes: listOf(node), count: number, cpus: number, free: number, initMs: number },
  warm: { ready: number, of: number, queueMs: optional(number), free: optional(number) },
  submitted: { tasks: taskNumber },
  started: { task: taskNumber, queueMs: number, ...place },
  progress: { frac: (value) => isObject(value) && Object.values(value).every(number) },
  result: {
    task: taskNumber,
    startMs: number,
    endMs: number,
    cpuMs: number,
    faults: optional(number),
    digest: text,
    kept: optional(text),
  },
  worker: { number: taskNumber, ...place },
  ran: { at: number, digest: text, kept: optional(text), tasks: listOf(shortTask) },
  serial: {
    taskMs: listOf(number),
    betweenMs: optional(listOf(number)),
    faults: optional(listOf(faults)),
  },
  failed: { task: taskNumber, error: text, message: optional(text) },
  end: {
    status: (value) => ['ok', 'partial', 'stopped', 'deadline', 'error'].includes(String(value)),
    ok: optional(number),
    reason: optional(text),
    wallMs: optional(number),
    cpuMs: optional(number),
    trims: optional((value) => typeof value === 'boolean'),
  },
  here: { python: text },
  row: {
    first: taskNumber,
    startMs: listOf(number),
    endMs: listOf(number),
    cpuMs: listOf(number),
    digest: text,
    kept: optional(text),
  },
  nopython: {},
};

/** Checks a parsed line; `unknown` is one of a newer driver. */
export function driverLineOf(value: unknown): DriverLine | 'unknown' | 'malformed' {
  if (!isObject(value) || value['v'] !== 1 || typeof value['ev'] !== 'string') {
    return 'malformed';
  }

  // The entrypoint's shell has no counter and no clock.
  const said = value['ev'] === 'nopython' ? { seq: 1, ts: 0, ...value } : value;
  const fields = withoutNulls(said);
  if (!Number.isSafeInteger(fields['seq']) || !number(fields['ts'])) {
    return 'malformed';
  }

  const { ev } = value;
  if (!Object.hasOwn(checks, ev)) {
    return 'unknown';
  }

  if (!hasFields(fields, checks[ev as DriverLine['ev']])) {
    return 'malformed';
  }

  const event = fields as DriverLine;
  const reason = impossibleIn(ev, fields);
  if (reason !== undefined) {
    return { ev: 'end', status: 'impossible', reason, seq: event.seq, ts: 0 };
  }

  return event.ev === 'progress' ? { ...event, frac: clamp(event.frac) } : event;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Python's None means an absent field. Most lines have none, and a copy would take as long as all checks. */
const withoutNulls = (fields: Fields): Fields =>
  Object.values(fields).includes(null)
    ? Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
    : fields;

const clamp = (shares: Readonly<Record<string, Share>>) =>
  Object.fromEntries(
    Object.entries(shares).map(([task, share]) => [task, Math.min(1, Math.max(0, share))]),
  );
