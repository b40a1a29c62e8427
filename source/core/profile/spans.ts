import type { Milliseconds } from '../units.ts';
import type { Span } from './span.ts';

/**
 * The finished tasks of a pass: a column for every field of a `Span`, about 40 bytes a task. Plain data that can be sent
 * to another process. A column that no task has is absent.
 */
export type Spans = SpanColumns & { readonly count: number };

export type SpanColumns = {
  /** Absent if the number of every task is its index. */
  readonly task?: Uint32Array;
  readonly worker: Uint32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Here and below, a task without the time has NaN. */
  readonly onCpu?: Float64Array;
  readonly waiting?: Float64Array;
  /** Absent if it is what the other times leave of every task: see `blockedAt`. */
  readonly blocked?: Float64Array;
  readonly collecting?: Float64Array;
  /** A task without it has -1. */
  readonly cpu?: Int32Array;
  readonly digest?: Texts;
  readonly kept?: Texts;
  readonly node?: Texts;
};

export type Column = Uint32Array | Int32Array | Float64Array;

/** A text of every task. Few of them differ. */
export type Texts = {
  readonly distinct: readonly string[];
  /** The index of every task's text, -1 if it has none; absent if all have the only one. */
  readonly at?: Int32Array;
};

export type TimeName = 'onCpu' | 'waiting' | 'blocked' | 'collecting';

export const taskAt = ({ task }: Spans, index: number): number => task?.[index] ?? index;

/** NaN if the task does not have it. */
export const timeAt = (spans: Spans, name: TimeName, index: number): Milliseconds =>
  name === 'blocked' ? blockedAt(spans, index) : (spans[name]?.[index] ?? Number.NaN);

/** What its other times leave of a task; NaN if one of them is unknown. */
export function blockedAt(spans: Spans, index: number): Milliseconds {
  const { start, end, onCpu, waiting, blocked } = spans;
  if (blocked) {
    return blocked[index]!;
  }

  return onCpu && waiting
    ? end[index]! - start[index]! - onCpu[index]! - waiting[index]!
    : Number.NaN;
}

export const textAt = (texts: Texts | undefined, index: number): string | undefined =>
  texts?.distinct[texts.at?.[index] ?? 0];

export type SpanField = {
  readonly name: keyof Span;
  /** Undefined if the task does not have it. */
  readonly valueAt: (index: number) => number | string | undefined;
};

/** The fields of the tasks, in their order in the report. */
export function fieldsOf(spans: Spans): readonly SpanField[] {
  const { worker, start, end, cpu, onCpu, waiting, blocked, collecting } = spans;
  const { digest, kept, node } = spans;
  const time = (name: TimeName) => ({
    name,
    valueAt(index: number) {
      const found = timeAt(spans, name, index);
      return Number.isNaN(found) ? undefined : found;
    },
  });
  return [
    { name: 'task', valueAt: (index) => taskAt(spans, index) },
    { name: 'worker', valueAt: (index) => worker[index]! },
    ...(cpu ? [{ name: 'cpu', valueAt: cpuIn(cpu) } as const] : []),
    ...(digest ? [{ name: 'digest', valueAt: textIn(digest) } as const] : []),
    ...(kept ? [{ name: 'kept', valueAt: textIn(kept) } as const] : []),
    { name: 'start', valueAt: (index) => start[index]! },
    { name: 'end', valueAt: (index) => end[index]! },
    ...(onCpu ? [time('onCpu')] : []),
    ...(waiting ? [time('waiting')] : []),
    ...((blocked ?? (onCpu && waiting)) ? [time('blocked')] : []),
    ...(collecting ? [time('collecting')] : []),
    ...(node ? [{ name: 'node', valueAt: textIn(node) } as const] : []),
  ];
}

const cpuIn = (cpu: Int32Array) => (index: number) => (cpu[index]! < 0 ? undefined : cpu[index]);
const textIn = (texts: Texts) => (index: number) => textAt(texts, index);
