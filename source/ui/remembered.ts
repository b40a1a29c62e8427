/** Makes something of a thing, and gives that again for as long as the same is asked of it. */
export type Remembered<Thing extends object, Value> = (
  thing: Thing,
  asked: string,
  make: () => Value,
) => Value;

/** A timeline of a pass that has ended does not change, while frames are drawn for the sake of one that runs. */
export function remembered<Thing extends object, Value>(): Remembered<Thing, Value> {
  const latest = new WeakMap<Thing, { readonly asked: string; readonly value: Value }>();
  return (thing, asked, make) => {
    const before = latest.get(thing);
    if (before?.asked === asked) {
      return before.value;
    }

    const value = make();
    latest.set(thing, { asked, value });
    return value;
  };
}
