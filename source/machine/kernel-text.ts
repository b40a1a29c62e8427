/** The first word after `name` in a file of "name value" or "name: value" lines. */
export function fieldOf(text: string | undefined, name: string): string | undefined {
  const pattern = new RegExp(`^${name}:?[ \\t]+(\\S+)`, 'm');
  return text?.match(pattern)?.[1];
}

/** All that stands behind `name:` in its line. */
export function fieldLine(text: string, name: string): string | undefined {
  const line = text.split('\n').find((found) => found.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}

/** A number as the kernel writes it: digits only. One beyond the safe integers means "no limit": undefined. */
export function wholeNumber(text: string | undefined): number | undefined {
  const digits = text?.trim() ?? '';
  const value = Number(digits);
  return /^\d+$/.test(digits) && Number.isSafeInteger(value) ? value : undefined;
}

// The kernel supports at most 8,192 CPUs; a much larger number cannot be one.
const mostCpus = 65_536;

/** The CPU numbers in a list such as "0-3,8,10-11". */
export function cpuList(text: string | undefined): readonly number[] | undefined {
  const ranges = text?.trim().split(',').map(cpuRange) ?? [undefined];
  return ranges.every((range) => range !== undefined) ? [...new Set(ranges.flat())] : undefined;
}

function cpuRange(text: string): readonly number[] | undefined {
  const [, first, last] = text.match(/^(\d+)(?:-(\d+))?$/) ?? [];
  const start = Number(first);
  const end = Number(last ?? first);
  return start <= end && end < mostCpus
    ? Array.from({ length: end - start + 1 }, (_, index) => start + index)
    : undefined;
}

/** The smallest of the known values. */
export function lowest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
