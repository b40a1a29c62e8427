const pageBytes = 2 ** 16;

/** 4 GiB, the limit of 32-bit addresses. */
const mostPages = 2 ** 16;

export const openMemory = (): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial: 1, maximum: mostPages });

/** Bytes touched between two calls of `goOn`: about 20 ms for memory that was never used. */
const sliceBytes = 2 ** 26;

type MakeRoom = (n: number, bytes: number, goOn?: () => boolean) => void;

/** Grows the memory if it is too small, and writes to every new byte until `goOn` returns false. */
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
