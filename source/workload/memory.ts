const pageBytes = 2 ** 16;

/** All that a 32-bit address can reach: 4 GiB. */
const mostPages = 2 ** 16;

export const openMemory = (): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial: 1, maximum: mostPages });

/** Grows the memory where it is too small, and writes to every new byte. */
export function roomIn(memory: WebAssembly.Memory): (n: number, bytes: number) => void {
  let touched = 0;
  return (n, bytes) => {
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) {
      grow(memory, Math.ceil(missing / pageBytes), n);
    }

    if (bytes > touched) {
      new Uint8Array(memory.buffer, touched, bytes - touched).fill(0);
      touched = bytes;
    }
  };
}

function grow(memory: WebAssembly.Memory, pages: number, n: number): void {
  try {
    memory.grow(pages);
  } catch (cause) {
    const mebibytes = (pages * pageBytes) / 2 ** 20;
    const refused = Math.ceil(mebibytes);
    throw new RangeError(`the system refused ${refused} MiB more for ${n} terms`, { cause });
  }
}
