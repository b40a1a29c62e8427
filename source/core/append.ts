/** Puts an item at the end of a list. */
export type Append = <Item>(list: readonly Item[], item: Item) => readonly Item[];

/** A new list: whoever has the one before keeps it as it is. */
export const copied: Append = (list, item) => [...list, item];

/**
 * Appends to lists that it has made itself without copying them: for states of which only the last is seen. A list of
 * tens of thousands would be copied as many times.
 */
export function openAppend(): Append {
  const own = new WeakSet<object>();
  return <Item>(list: readonly Item[], item: Item) => {
    if (own.has(list)) {
      // Only this function has made it, as an array that can grow.
      (list as Item[]).push(item);
      return list;
    }

    const grown = [...list, item];
    own.add(grown);
    return grown;
  };
}
