/** `process.versions`: Bun and Deno have their own names in it, beside the Node that they stand in for. */
export type Versions = Readonly<Record<string, string | undefined>>;

/** The same as `engines` in package.json. Node 21, 22.0 and 22.1 lack `crc32`, which Node 20.15 has. */
export const supportedNode = '^20.19.0 || >=22.2.0';

const inWords = 'Node 20.19 or newer, but not 21, 22.0 or 22.1';

/** Why fibtui does not run on this runtime; undefined where it does. */
export function runtimeRefusal(versions: Versions): string | undefined {
  const { bun, deno, node = '' } = versions;
  const other = bun === undefined ? deno && `Deno ${deno}` : `Bun ${bun}`;
  if (other) {
    return `${other} runs workers and reports their CPU time in its own way: start fibtui with ${inWords}.`;
  }

  return isSupported(node) ? undefined : `needs ${inWords}; this is ${node}.`;
}

function isSupported(node: string): boolean {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 2) || major > 22;
}
