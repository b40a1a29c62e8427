import type { Column, SpanColumns, Spans } from './spans.ts';

/** Some neighbouring tasks of spans, small enough for one message to another process. Has all their columns. */
export type SpanSlice = SpanColumns & {
  /** The index of its first task. */
  readonly from: number;
  /** Number of tasks of the whole. */
  readonly of: number;
};

/** The tasks from index `from` up to, but not including, `to`: a view, of which only this part is sent. */
export function sliceOf({ count, ...columns }: Spans, from: number, to: number): SpanSlice {
  return { ...withColumns(columns, (column) => column.subarray(from, to)), from, of: count };
}

/** Spans that arrive in slices, in any order. */
export type Assembly = {
  readonly add: (slice: SpanSlice) => void;
  /** Undefined until every task has arrived. */
  readonly spans: () => Spans | undefined;
};

/** All slices must be of the same spans. The first one makes columns for the whole. */
export function openAssembly(): Assembly {
  let whole: Spans | undefined;
  let arrived = 0;
  return {
    add({ from, of: count, ...columns }) {
      whole ??= { ...withColumns(columns, (column) => emptyAs(column, count)), count };
      const places = new Map(columnsIn(whole));
      for (const [name, column] of columnsIn(columns)) {
        places.get(name)?.set(column, from);
      }

      arrived += columns.start.length;
    },
    spans: () => (arrived === whole?.count ? whole : undefined),
  };
}

const emptyAs = (column: Column, count: number): Column => {
  if (column instanceof Float64Array) {
    return new Float64Array(count);
  }

  return column instanceof Int32Array ? new Int32Array(count) : new Uint32Array(count);
};

/** All columns of numbers, with those of the texts. */
const columnsIn = (columns: SpanColumns): ReadonlyArray<readonly [string, Column]> =>
  Object.entries(columns).flatMap(([name, column]) => {
    const numbers = ArrayBuffer.isView(column) ? column : atOf(column);
    return numbers ? [[name, numbers] as const] : [];
  });

const atOf = (value: unknown): Column | undefined =>
  typeof value === 'object' && value !== null && 'at' in value
    ? (value.at as Column | undefined)
    : undefined;

/** Changes every column of numbers. */
const withColumns = (columns: SpanColumns, change: (column: Column) => Column): SpanColumns =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      ArrayBuffer.isView(column)
        ? change(column)
        : { ...column, ...(column.at ? { at: change(column.at) } : {}) },
    ]),
  ) as SpanColumns;
