import { digestOf, keptModulus, keptPositions, type Answer } from '../core/plan/fibonacci.ts';
import { workloads } from '../core/plan/workload.ts';
import type { Kernel } from './kernel.ts';
import { openMemory, roomIn } from './memory.ts';

/** The exports of dist/kernel.wasm, documented in kernel/index.ts. */
export type ArenaExports = {
  readonly start: (n: number, keepsAll: boolean) => void;
  readonly advance: (bytes: number) => number;
  readonly digest: (row: number) => bigint;
  readonly residue: (row: number) => bigint;
  readonly addressOf: (row: number) => number;
  readonly widthOf: (row: number) => number;
};

/** Bytes of rows between two ticks: about 0.1 ms of work. */
const sliceBytes = 2 ** 20;

/** A WebAssembly workload with its own memory. */
export function openArena(name: 'list' | 'pair', module: WebAssembly.Module): Kernel {
  const { keeps, bytes, share } = workloads[name];
  const memory = openMemory();
  const rows = openRows(module, memory);
  const makeRoom = roomIn(memory);
  let terms = 0;

  return {
    reserve: (n, goOn) => makeRoom(n, bytes(n), goOn),
    compute(n, tick) {
      makeRoom(n, bytes(n));
      terms = n;
      rows.start(n, keeps);
      let done: number;
      do {
        done = rows.advance(sliceBytes);
        if (!tick(share(done, n))) {
          return false;
        }
      } while (done < n);

      return true;
    },
    term(index) {
      const first = keeps ? 0 : Math.max(terms - 2, 0);
      if (!Number.isInteger(index) || index < first || index >= terms) {
        throw new RangeError(
          `Term ${index} is not kept: there are terms ${first} to ${terms - 1}.`,
        );
      }

      return readTerm(memory.buffer, rows.addressOf(index) >>> 0, rows.widthOf(index));
    },
    answer: () => answerOf(rows, terms, keeps),
  };
}

/** Instantiates the kernel on this memory. */
export function openRows(module: WebAssembly.Module, memory: WebAssembly.Memory): ArenaExports {
  // Safe: the build compiles the module from kernel/index.ts.
  return new WebAssembly.Instance(module, { env: { memory } }).exports as ArenaExports;
}

/** Reads a row as a number: the 63 bits of a limb are 21 octal digits. */
function readTerm(buffer: ArrayBuffer, address: number, width: number): bigint {
  const limbs = new BigUint64Array(buffer, address, width / 8);
  const digits = Array.from(limbs, (limb) => limb.toString(8).padStart(21, '0'));
  return BigInt(`0o${digits.toReversed().join('')}`);
}

function answerOf(rows: ArenaExports, terms: number, keeps: boolean): Answer {
  const digest = digestOf(terms === 0 ? 0n : BigInt.asUintN(64, rows.digest(terms - 1)));
  if (!keeps) {
    return { digest };
  }

  const sum = keptPositions(terms).reduce((total, index) => total + rows.residue(index), 0n);
  return { digest, kept: String(sum % keptModulus) };
}
