export type Random = () => number;

export const oneOf = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!;

type Path = readonly string[];

/** The paths of all values in JSON that are neither a list nor an object. */
export function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
    : [path];
}

export const valueIn = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>>)[key], value);

/** The same JSON with another value at a path. */
export function withValue(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) {
    return other;
  }

  const inside = withValue((value as Readonly<Record<string, unknown>>)[key], rest, other);
  return Array.isArray(value)
    ? value.with(Number(key), inside)
    : { ...(value as object), [key]: inside };
}

/** Stands for a number that JSON has, and `JSON.stringify` has not; see `textOf`. */
export const infinite = '<1e999>';

/** Numbers that wreck a sum, a quotient or a loop. */
export const extremes = [
  0,
  -0,
  -1,
  -5000,
  5e-324,
  1e-9,
  0.5,
  1e6,
  4e9,
  2 ** 53,
  1e15,
  1e100,
  1e308,
  -1e308,
  infinite,
] as const;

export const textOf = (value: unknown): string =>
  JSON.stringify(value).replaceAll(`"${infinite}"`, '1e999');
