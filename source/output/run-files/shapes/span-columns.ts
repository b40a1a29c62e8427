import { spansFrom } from '../../../core/profile/build-spans.ts';
import type { Span } from '../../../core/profile/span.ts';
import type { Spans } from '../../../core/profile/spans.ts';
import { time } from './plan-shape.ts';
import { list, number, record, text, whole, type Shape } from './shape.ts';

/**
 * The spans of a pass, by column: one value if all are equal, `null` for a task without one, and no column if no task
 * has one. Most of a run file is spans, and columns take a third of the space of rows.
 */
export type WrittenSpans = { readonly count: number } & {
  readonly [Name in keyof Span]?: Column<NonNullable<Span[Name]>>;
};

type Column<Value> = Value | readonly (Value | null)[];

/** Difference of two clock readings; may be negative. */
export const difference = number(-1e15, 1e15);

/** The shape of each field of a task. */
export const cells: { readonly [Name in keyof Span]-?: Shape } = {
  task: whole(0, 2 ** 32 - 1),
  worker: whole(0, 2 ** 32 - 1),
  start: difference,
  end: difference,
  digest: text,
  kept: text,
  onCpu: difference,
  waiting: difference,
  blocked: difference,
  collecting: time,
  cpu: whole(0, 2 ** 31 - 1),
  node: text,
};

const names = Object.keys(cells) as readonly (keyof Span)[];

/** Columns that every span has. */
export const needed: ReadonlySet<keyof Span> = new Set([
  'task',
  'worker',
  'start',
  'end',
  'digest',
]);

/** Far above the limit for a plan. */
const mostSpans = 2_000_000;

/** Columns of equal length, or single values, in the shape of a span's fields. */
export const spanColumns: Shape = (value) =>
  record<Pick<WrittenSpans, 'count'>>({ count: whole(0, mostSpans) })(value) ??
  columnsProblem(value as WrittenSpans);

function columnsProblem(columns: WrittenSpans): string | undefined {
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

const missingProblem = (name: keyof Span, { count }: WrittenSpans): string | undefined =>
  count > 0 && needed.has(name) ? ' is missing' : undefined;

function columnProblem(
  name: keyof Span,
  column: unknown,
  { count }: WrittenSpans,
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

const isName = (name: string): boolean => Object.hasOwn(cells, name);

/** Takes checked columns only. */
export function spansIn(columns: WrittenSpans): Spans {
  const given = Object.entries<unknown>(columns).filter(([name]) => isName(name));
  return spansFrom(columns.count, (index) => {
    const span: Record<string, unknown> = {};
    for (const [name, column] of given) {
      const value: unknown = Array.isArray(column) ? column[index] : column;
      if (value !== null) {
        span[name] = value;
      }
    }

    return span as Span;
  });
}
