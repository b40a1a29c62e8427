/** Freezes a value and everything in it but typed arrays, which cannot be, so that writing to it throws. Returns the same value. */
export function frozen<Value>(value: Value): Value {
  if (
    typeof value === 'object' &&
    value !== null &&
    !ArrayBuffer.isView(value) &&
    !Object.isFrozen(value)
  ) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }

  return value;
}
