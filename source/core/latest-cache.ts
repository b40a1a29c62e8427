/** Returns the value of `make`: the previous one for as long as the same object comes with the same inputs. */
export type LatestCache<Key extends object, Value> = (
  key: Key,
  inputs: readonly unknown[],
  make: () => Value,
) => Value;

/** Keeps one value per object, so that ended passes and profiles are not computed again for every frame. */
export function createLatestCache<Key extends object, Value>(): LatestCache<Key, Value> {
  const latest = new WeakMap<Key, { readonly inputs: readonly unknown[]; readonly value: Value }>();
  return (key, inputs, make) => {
    const previous = latest.get(key);
    if (previous && isSame(inputs, previous.inputs)) {
      return previous.value;
    }

    const value = make();
    latest.set(key, { inputs, value });
    return value;
  };
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((input, index) => Object.is(input, other[index]));
