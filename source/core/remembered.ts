/** Makes something of a thing, and gives that again for as long as the same is asked of it. */
export type Remembered<Thing extends object, Value> = (
  thing: Thing,
  asked: readonly unknown[],
  make: () => Value,
) => Value;

/** What has ended does not change, while frames are drawn for the sake of something that does. */
export function remembered<Thing extends object, Value>(): Remembered<Thing, Value> {
  const latest = new WeakMap<
    Thing,
    { readonly asked: readonly unknown[]; readonly value: Value }
  >();
  return (thing, asked, make) => {
    const before = latest.get(thing);
    if (before && asked.every((one, index) => Object.is(one, before.asked[index]))) {
      return before.value;
    }

    const value = make();
    latest.set(thing, { asked, value });
    return value;
  };
}
