export type Listeners = {
  /** Calls `listener` on every `notify` until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly notify: () => void;
  /** Removes all listeners. */
  readonly clear: () => void;
};

export function openListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify: () => listeners.forEach((listener) => listener()),
    clear: () => listeners.clear(),
  };
}
