/** An object that was parsed and is not checked yet. */
export type Entries = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes the objects in a list. Anything else is left for the check that follows. */
export const mapped = (list: unknown, change: (entry: Entries) => unknown): unknown =>
  Array.isArray(list)
    ? list.map((entry: unknown) => (isRecord(entry) ? change(entry) : entry))
    : list;
