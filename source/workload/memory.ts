const pageBytes = 2 ** 16;

/** All that a 32-bit address can reach: 4 GiB. */
const mostPages = 2 ** 16;

/** One page, which grows with what is asked of it. */
export const openMemory = (): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial: 1, maximum: mostPages });

/** Bytes touched between two looks at whether to go on: some 20 ms of first use. */
const sliceBytes = 2 ** 26;

type MakeRoom = (n: number, bytes: number, goOn?: () => boolean) => void;

/** Grows the memory where it is too small, and writes to every new byte unless `goOn` says no. */
export function roomIn(memory: WebAssembly.Memory): MakeRoom {
  let touched = 0;
  return (n, bytes, goOn = () => true) => {
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) {
      grow(memory, Math.ceil(missing / pageBytes), n);
    }

    while (touched < bytes && goOn()) {
      const slice = Math.min(sliceBytes, bytes - touched);
      new Uint8Array(memory.buffer, touched, slice).fill(0);
      touched += slice;
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
