import { fibonacciAnswer, type Answer } from './fibonacci.ts';
import type { Bytes, Milliseconds, Share } from '../units.ts';

export const workloadNames = ['list', 'pair', 'bigint'] as const;

export type WorkloadName = (typeof workloadNames)[number];

/** What a task does. Each engine maps the name to its own kernel. */
export type Workload = {
  readonly name: WorkloadName;
  /** One line for the setup screen. */
  readonly summary: string;
  /** The largest number of terms in a sequence. */
  readonly largest: number;
  /** Whether every term is kept; then the answer has the kept sum. */
  readonly keeps: boolean;
  /** Whether its terms are on V8's heap, so that a sleeping worker may be waiting for the garbage collector. */
  readonly onHeap: boolean;
  /** The workload that needs the least memory for the same terms; itself if no other needs less. */
  readonly instead: WorkloadName;
  /** The right answer for n terms, computed without adding up the sequence. */
  readonly answer: (n: number) => Answer;
  /** Memory that one task needs for n terms. */
  readonly bytes: (n: number) => Bytes;
  /** Memory that one task needs in CPython; absent if the workload does not exist in Python. */
  readonly pythonBytes?: (n: number) => Bytes;
  /** What a task costs on a nominal core. */
  readonly cost: Cost;
  /** What it costs there in CPython: fitted to its CPU time, 1,000 to 100,000 terms, `pair` to a million. */
  readonly pythonCost?: Cost;
  /** Share of the work done once the terms below `index` of n are computed. */
  readonly share: (index: number, n: number) => Share;
};

/**
 * The time of a task of n terms in a `local` pass, handing out included: a + b·n + c·n². Constants of the source, so that
 * `auto` gives the same number of tasks everywhere. Fitted to passes of the built program (`--json --engines local`, 100
 * to 300,000 terms, `pair` to a million), and scaled to the machine of the README's figures, where a task of the default
 * plan takes 11.6 ms.
 */
export type Cost = { readonly a: Milliseconds; readonly b: Milliseconds; readonly c: Milliseconds };

/** log₂ φ: how many bits each term adds. */
const bitsPerTerm = Math.log2((1 + Math.sqrt(5)) / 2);

/** Two limbs of 63 bits in words of 64: the kernel computes them at once. */
const vectorBytes: Bytes = 16;

/** Number of terms with rows of equal width: 180 terms grow by 125 bits, a vector holds 126. */
const bandRows = 180;

/** Vectors of the row that holds term `index`. */
const rowVectors = (index: number): number => Math.floor(index / bandRows) + 1;

/** Exact size of n consecutive rows: full bands of 1, 2, … vectors per row, and the rows of the last band. */
const arenaBytes = (n: number): Bytes => {
  const bands = Math.floor(n / bandRows);
  return vectorBytes * ((bandRows * bands * (bands + 1)) / 2 + (n % bandRows) * (bands + 1));
};

/** Four rows as wide as the last: the two terms kept and the two that come next. */
const turnsBytes = (n: number): Bytes => 4 * vectorBytes * rowVectors(Math.max(n, 1) - 1);

/** Term i is a BigInt of i · log₂ φ bits, plus header, unused bits of the last digit and array slot. */
export const bigintListBytes = (n: number): Bytes => (bitsPerTerm * n * n) / 2 / 8 + 28 * n;

/**
 * The most that V8 takes for consecutive tasks: the list, most of the previous one, and the garbage that V8 leaves
 * before it collects. Measured from 1,000 to 300,000 terms in threads whose heap is limited to exactly this.
 */
const heapBytes = (n: number): Bytes => {
  const list = bigintListBytes(n);
  return Math.ceil(2.2 * list + Math.min(20 * list + 16e6, 200e6));
};

/** A list of ints: digits of 30 bits in words of 32, plus a header and a list slot per term. */
const pythonListBytes = (n: number): Bytes => 0.0463 * n * n + 36 * n;

/** Four ints as long as the last: the two terms kept and the two that come next. */
const pythonTurnsBytes = (n: number): Bytes => 4 * ((bitsPerTerm * n * 32) / 30 / 8 + 28);

/** Adding two numbers takes time in proportion to their length, so the work grows with the square. */
const quadraticShare = (index: number, n: number): Share => (n === 0 ? 1 : (index / n) ** 2);

/** Short rows cost more per byte than long ones, which adds a linear part; measured from 50,000 to 200,000 terms. */
const linearPart = 0.2;

const arenaShare = (index: number, n: number): Share =>
  n === 0 ? 1 : (index / n) * ((index / n + linearPart) / (1 + linearPart));

export const workloads: Readonly<Record<WorkloadName, Workload>> = {
  list: {
    name: 'list',
    summary: 'keeps every term, a list in memory',
    largest: 300_000,
    keeps: true,
    onHeap: false,
    instead: 'pair',
    answer: (n) => fibonacciAnswer(n, true),
    bytes: arenaBytes,
    pythonBytes: pythonListBytes,
    cost: { a: 0.03, b: 5e-6, c: 4.53e-9 },
    pythonCost: { a: 0.03, b: 2e-5, c: 3e-8 },
    share: arenaShare,
  },
  pair: {
    name: 'pair',
    summary: 'keeps the last two terms only: pure arithmetic',
    largest: 10_000_000,
    keeps: false,
    onHeap: false,
    instead: 'pair',
    answer: (n) => fibonacciAnswer(n, false),
    bytes: turnsBytes,
    pythonBytes: pythonTurnsBytes,
    cost: { a: 0.03, b: 4e-6, c: 1.6e-9 },
    pythonCost: { a: 0.03, b: 5e-5, c: 9.2e-9 },
    share: quadraticShare,
  },
  bigint: {
    name: 'bigint',
    summary: 'keeps every term as a BigInt: garbage collected',
    largest: 300_000,
    keeps: true,
    onHeap: true,
    instead: 'pair',
    answer: (n) => fibonacciAnswer(n, true),
    bytes: heapBytes,
    cost: { a: 0.03, b: 1e-5, c: 1.9e-8 },
    share: quadraticShare,
  },
};
