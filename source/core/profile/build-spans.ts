import type { Span } from './span.ts';
import type { Milliseconds } from '../units.ts';
import { blockedAt, type Column, type SpanColumns, type Spans, type Texts } from './spans.ts';

/** A task that ended; without a number it is its index. */
export type EndedTask = Pick<Span, 'worker' | 'start' | 'end'> & Partial<Omit<Span, 'blocked'>>;

/** Spans whose tasks come one by one, in any order. */
export type OpenSpans = {
  /** Times of the task count from `origin`. */
  readonly put: (index: number, task: EndedTask, origin?: Milliseconds) => void;
  /** Call it once every index has its task. */
  readonly spans: () => Spans;
};

export function openSpans(count: number): OpenSpans {
  const worker = new Uint32Array(count);
  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const columns = openColumns(count);
  const { task: numbers, cpu, digest, kept, onCpu, waiting, collecting, node } = columns;

  return {
    put(index, task, origin = 0) {
      worker[index] = task.worker;
      start[index] = task.start - origin;
      end[index] = task.end - origin;
      numbers.put(index, task.task === index ? undefined : task.task);
      cpu.put(index, task.cpu);
      digest.put(index, task.digest);
      kept.put(index, task.kept);
      onCpu.put(index, task.onCpu);
      waiting.put(index, task.waiting);
      collecting.put(index, task.collecting);
      node.put(index, task.node);
    },
    spans: () => ({ count, worker, start, end, ...filled(columns) }),
  };
}

/** The columns that are made only if a task needs them. */
function openColumns(count: number) {
  const times = () => openColumn(() => new Float64Array(count).fill(Number.NaN));
  const indices = () => openColumn(() => new Int32Array(count).fill(-1));
  return {
    task: openColumn(() => new Uint32Array(count).map((_, index) => index)),
    cpu: indices(),
    digest: openTexts(indices()),
    kept: openTexts(indices()),
    onCpu: times(),
    waiting: times(),
    collecting: times(),
    node: openTexts(indices()),
  };
}

type OpenColumns = ReturnType<typeof openColumns>;
type Filled = { readonly [Name in keyof OpenColumns]?: NonNullable<SpanColumns[Name]> };

const filled = (columns: OpenColumns): Filled =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, open]) => {
      const column = open.column();
      return column ? [[name, column]] : [];
    }),
  );

/** Spans from records. */
export const spansOf = (tasks: readonly GivenTask[]): Spans =>
  spansFrom(tasks.length, (index) => tasks[index]!);

type GivenTask = EndedTask & Pick<Partial<Span>, 'blocked'>;

export function spansFrom(count: number, taskAt: (index: number) => GivenTask): Spans {
  const open = openSpans(count);
  const blocked = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const task = taskAt(index);
    open.put(index, task);
    blocked[index] = task.blocked ?? Number.NaN;
  }

  const spans = open.spans();
  const follows = blocked.every((time, index) => Object.is(time, blockedAt(spans, index)));
  return follows ? spans : { ...spans, blocked };
}

type OpenColumn<Values extends Column> = {
  readonly put: (index: number, value: number | undefined) => void;
  /** Undefined if no task has a value. */
  readonly column: () => Values | undefined;
};

function openColumn<Values extends Column>(make: () => Values): OpenColumn<Values> {
  let column: Values | undefined;
  return {
    put(index, value) {
      if (value !== undefined) {
        column ??= make();
        column[index] = value;
      }
    },
    column: () => column,
  };
}

type OpenTexts = {
  readonly put: (index: number, text: string | undefined) => void;
  readonly column: () => Texts | undefined;
};

function openTexts(indices: OpenColumn<Int32Array>): OpenTexts {
  const found = new Map<string, number>();
  const indexOf = (text: string): number => {
    const index = found.get(text) ?? found.size;
    found.set(text, index);
    return index;
  };

  return {
    put: (index, text) => indices.put(index, text === undefined ? undefined : indexOf(text)),
    column() {
      const at = indices.column();
      const distinct = [...found.keys()];
      return at && (at.every((index) => index === 0) ? { distinct } : { distinct, at });
    },
  };
}
