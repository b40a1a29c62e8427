import type { Span } from '../../core/profile/pass.ts';
import { time } from './plan-shape.ts';
import { list, number, record, text, whole, type Shape } from './shape.ts';

/**
 * The spans of a pass, by column: one value if all are equal, `null` for a task without one, and no column if no task
 * has one. Most of a run file is spans, and columns take a third of the space of rows.
 */
export type SpanColumns = { readonly count: number } & {
  readonly [Name in keyof Span]?: Column<NonNullable<Span[Name]>>;
};

type Column<Value> = Value | readonly (Value | null)[];

/** Difference of two clock readings; may be negative. */
export const difference = number(-1e15, 1e15);

const cells: { readonly [Name in keyof Span]-?: Shape } = {
  task: whole(),
  worker: whole(),
  start: difference,
  end: difference,
  digest: text,
  kept: text,
  onCpu: difference,
  waiting: difference,
  blocked: difference,
  collecting: time,
  cpu: whole(),
  node: text,
};

const names = Object.keys(cells) as readonly (keyof Span)[];

/** Columns that every span has. */
const needed: ReadonlySet<keyof Span> = new Set(['task', 'worker', 'start', 'end', 'digest']);

/** Far above the limit for a plan. */
const mostSpans = 2_000_000;

/** Columns of equal length, or single values, in the shape of a span's fields. */
export const spanColumns: Shape = (value) =>
  record<Pick<SpanColumns, 'count'>>({ count: whole(0, mostSpans) })(value) ??
  columnsProblem(value as SpanColumns);

function columnsProblem(columns: SpanColumns): string | undefined {
  for (const name of names) {
    const column: unknown = columns[name];
    const problem =
      column === undefined ? missingProblem(name, columns) : columnProblem(name, column, columns);
    if (problem !== undefined) {
      return `.${name}${problem}`;
    }
  }

  return undefined;
}

const missingProblem = (name: keyof Span, { count }: SpanColumns): string | undefined =>
  count > 0 && needed.has(name) ? ' is missing' : undefined;

function columnProblem(
  name: keyof Span,
  column: unknown,
  { count }: SpanColumns,
): string | undefined {
  const cell = cells[name];
  if (!Array.isArray(column)) {
    // Tasks have different numbers; as a list they also keep a short file from claiming a large count.
    return name === 'task' && count > 1 ? ' is no list' : cell(column);
  }

  if (column.length !== count) {
    return ` has ${column.length} values for ${count} tasks`;
  }

  const mayLack = !needed.has(name);
  return list((value) => (value === null && mayLack ? undefined : cell(value)))(column);
}

/** Columns in the field order of the first span, so that the report of a replay has the same order. */
export function columnsOf(spans: readonly Span[]): SpanColumns {
  const columns: Record<string, unknown> = { count: spans.length };
  const own = Object.keys(spans[0] ?? {}) as readonly (keyof Span)[];
  for (const name of new Set([...own, ...names])) {
    const first = spans[0]?.[name];
    if (!spans.every((span) => span[name] === first)) {
      columns[name] = spans.map((span) => span[name] ?? null);
    } else if (first !== undefined) {
      columns[name] = first;
    }
  }

  return columns as SpanColumns;
}

const isName = (name: string): name is keyof Span => Object.hasOwn(cells, name);

/** Takes checked columns only. */
export function spansIn(columns: SpanColumns): readonly Span[] {
  const given = Object.keys(columns).filter((name) => isName(name));
  return Array.from({ length: columns.count }, (_, index) => {
    const span: Record<string, unknown> = {};
    for (const name of given) {
      const column: unknown = columns[name];
      const value: unknown = Array.isArray(column) ? column[index] : column;
      if (value !== null) {
        span[name] = value;
      }
    }

    return span as Span;
  });
}
