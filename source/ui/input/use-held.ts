import { useCallback, useRef, useState } from 'react';

export type Held<Value> = {
  readonly value: Value;
  readonly latest: () => Value;
  readonly set: (value: Value) => void;
};

/** A state whose latest value is readable at once: several keys may arrive between two frames. */
export function useHeld<Value>(initial: Value): Held<Value> {
  const [value, setValue] = useState(initial);
  const held = useRef(initial);
  const set = useCallback((next: Value) => {
    held.current = next;
    setValue(() => next);
  }, []);
  const latest = useCallback(() => held.current, []);
  return { value, latest, set };
}
