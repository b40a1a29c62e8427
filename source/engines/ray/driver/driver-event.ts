import type { Milliseconds, Share } from '../../../core/units.ts';

export type ClusterNode = {
  readonly id: string;
  readonly ip: string;
  readonly host: string;
  readonly cpus: number;
};

/** What a line of the driver says. */
type Said =
  | {
      readonly ev: 'hello';
      readonly python: string;
      readonly ray: string;
      readonly exe: string;
      readonly importMs: Milliseconds;
    }
  | {
      readonly ev: 'cluster';
      /** The first of them, where there are very many. */
      readonly nodes: readonly ClusterNode[];
      /** How many nodes there are. */
      readonly count: number;
      readonly cpus: number;
      readonly free: number;
      readonly initMs: Milliseconds;
    }
  | { readonly ev: 'warm'; readonly ready: number; readonly of: number }
  | { readonly ev: 'submitted'; readonly tasks: number }
  | {
      readonly ev: 'started';
      readonly task: number;
      readonly node: string;
      readonly worker: string;
      readonly rayTask: string;
      readonly pid: number;
      readonly host: string;
      readonly nice: number;
      readonly python: string;
      readonly queueMs: Milliseconds;
    }
  /** Shares by the number of their task; empty where it is only a sign of life. */
  | { readonly ev: 'progress'; readonly frac: Readonly<Record<string, Share>> }
  | {
      readonly ev: 'result';
      readonly task: number;
      readonly startMs: Milliseconds;
      readonly endMs: Milliseconds;
      readonly cpuMs: Milliseconds;
      readonly digest: string;
      /** Absent where the workload keeps nothing. */
      readonly kept?: string;
    }
  | { readonly ev: 'serial'; readonly taskMs: readonly Milliseconds[] }
  | {
      readonly ev: 'failed';
      readonly task: number;
      readonly error: string;
      readonly message?: string;
    }
  | {
      readonly ev: 'end';
      readonly status: 'ok' | 'partial' | 'stopped' | 'deadline' | 'error';
      readonly ok?: number;
      readonly reason?: string;
    }
  /** Said by the entrypoint: no Python on the head has ray. */
  | { readonly ev: 'nopython' };

/** `ts` is the time of the driver's host: never compared with our clock. */
export type DriverEvent = Said & { readonly seq: number; readonly ts: Milliseconds };

export type EventNamed<Name extends DriverEvent['ev']> = Extract<
  DriverEvent,
  { readonly ev: Name }
>;

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const taskNumber: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const allOf = (value: unknown, checks: Readonly<Record<string, Check>>): boolean =>
  isObject(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

const node: Check = (value) => allOf(value, { id: text, ip: text, host: text, cpus: number });

const checks: Readonly<Record<DriverEvent['ev'], Readonly<Record<string, Check>>>> = {
  hello: { python: text, ray: text, exe: text, importMs: number },
  cluster: { nodes: listOf(node), count: number, cpus: number, free: number, initMs: number },
  warm: { ready: number, of: number },
  submitted: { tasks: taskNumber },
  started: {
    task: taskNumber,
    node: text,
    worker: text,
    rayTask: text,
    pid: number,
    host: text,
    nice: number,
    python: text,
    queueMs: number,
  },
  progress: { frac: (value) => isObject(value) && Object.values(value).every(number) },
  result: {
    task: taskNumber,
    startMs: number,
    endMs: number,
    cpuMs: number,
    digest: text,
    kept: optional(text),
  },
  serial: { taskMs: listOf(number) },
  failed: { task: taskNumber, error: text, message: optional(text) },
  end: {
    status: (value) => ['ok', 'partial', 'stopped', 'deadline', 'error'].includes(String(value)),
    ok: optional(number),
    reason: optional(text),
  },
  nopython: {},
};

/** What a parsed line says: an event, a thing that a newer driver may say, or nothing that makes sense. */
export function driverEventOf(value: unknown): DriverEvent | 'unknown' | 'malformed' {
  if (!isObject(value) || value['v'] !== 1 || typeof value['ev'] !== 'string') {
    return 'malformed';
  }

  // The shell has no counter and no clock.
  const shell = value['ev'] === 'nopython' ? { seq: 1, ts: 0 } : {};
  const fields: Fields = { ...shell, ...withoutNulls(value) };
  if (!Number.isSafeInteger(fields['seq']) || !number(fields['ts'])) {
    return 'malformed';
  }

  const { ev } = value;
  if (!Object.hasOwn(checks, ev)) {
    return 'unknown';
  }

  if (!allOf(fields, checks[ev as DriverEvent['ev']])) {
    return 'malformed';
  }

  const event = fields as DriverEvent;
  return event.ev === 'progress' ? { ...event, frac: clamped(event.frac) } : event;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Python's None is a field that is not there. */
const withoutNulls = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const clamped = (shares: Readonly<Record<string, Share>>) =>
  Object.fromEntries(
    Object.entries(shares).map(([task, share]) => [task, Math.min(1, Math.max(0, share))]),
  );
