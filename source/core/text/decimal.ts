/** Reads a number above 0 as people write it: 4, 0.5, 1.25; undefined for anything else. */
export function parseDecimal(text: string): number | undefined {
  return /^\d{1,9}(\.\d{1,6})?$/.test(text.trim()) && Number(text) > 0 ? Number(text) : undefined;
}
