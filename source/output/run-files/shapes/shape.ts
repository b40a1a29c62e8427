/** Says what is wrong with a value and where, as `.plan.cases[2].workers is missing`; undefined if it is right. */
export type Shape = (value: unknown) => string | undefined;

/** The shape of a field that may be absent. */
export type Optional = { readonly optional: Shape };

/** The type checker demands a shape for every field. */
export type Fields<T> = {
  readonly [Key in keyof T]-?: undefined extends T[Key]
    ? Optional
    : object extends Pick<T, Key>
      ? Optional
      : Shape;
};

type Entries = Readonly<Record<string, unknown>>;

const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Other fields are allowed. */
export function record<T>(fields: Fields<T>): Shape {
  const shapes = Object.entries<Optional | Shape>(fields);
  return (value) => {
    if (!isEntries(value)) {
      return ' is no record';
    }

    for (const [name, shape] of shapes) {
      const problem = fieldProblem(value[name], shape);
      if (problem !== undefined) {
        return `.${name}${problem}`;
      }
    }

    return undefined;
  };
}

function fieldProblem(value: unknown, shape: Optional | Shape): string | undefined {
  if (value === undefined) {
    return typeof shape === 'function' ? ' is missing' : undefined;
  }

  return (typeof shape === 'function' ? shape : shape.optional)(value);
}

export const optional = (shape: Shape): Optional => ({ optional: shape });

/** A list of `most` items at most. */
export const list =
  (item: Shape, most = Number.POSITIVE_INFINITY): Shape =>
  (value) => {
    if (!Array.isArray(value)) {
      return ' is no list';
    }

    if (value.length > most) {
      return ` has more than ${most} items`;
    }

    for (const [index, one] of value.entries()) {
      const problem = item(one);
      if (problem !== undefined) {
        return `[${index}]${problem}`;
      }
    }

    return undefined;
  };

/** A record with any field names and values of one shape. */
export const mapOf =
  (shape: Shape): Shape =>
  (value) =>
    isEntries(value) ? list(shape)(Object.values(value)) : ' is no record';

/** A record whose field `key` names its shape. */
export const oneOfKinds =
  (key: string, kinds: Readonly<Record<string, Shape>>): Shape =>
  (value) => {
    if (!isEntries(value)) {
      return ' is no record';
    }

    const kind = value[key];
    return typeof kind === 'string' && Object.hasOwn(kinds, kind)
      ? kinds[kind]?.(value)
      : `.${key} is unknown`;
  };

/** Reports the first problem that one of the shapes finds. */
export const allOf =
  (...shapes: readonly Shape[]): Shape =>
  (value) => {
    for (const shape of shapes) {
      const problem = shape(value);
      if (problem !== undefined) {
        return problem;
      }
    }

    return undefined;
  };

export const text: Shape = (value) => (typeof value === 'string' ? undefined : ' is no text');

export const flag: Shape = (value) =>
  typeof value === 'boolean' ? undefined : ' is neither true nor false';

export const word =
  (words: readonly string[]): Shape =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? undefined : ' is unknown';

export const number =
  (least = -Number.MAX_VALUE, most = Number.MAX_VALUE): Shape =>
  (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return ' is no number';
    }

    return value >= least && value <= most ? undefined : ' is out of range';
  };

export const whole = (least = 0, most = Number.MAX_SAFE_INTEGER): Shape =>
  allOf(number(least, most), (value) =>
    Number.isInteger(value) ? undefined : ' is no whole number',
  );
