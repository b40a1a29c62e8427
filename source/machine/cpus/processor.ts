import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Milliseconds } from '../../core/units.ts';
import { printedBy } from '../printed-by.ts';
import { kindsOf } from './core-kinds.ts';
import type { Topology } from './topology.ts';

/** What other programs say of the processor: used where the kernel and Node say nothing. */
export type Processor = Topology & { readonly name?: string };

/** Printed by `asker.ts`: lscpu's name of the CPU, and fields of systeminformation's answer. */
export type Answer = {
  readonly name?: string;
  readonly physicalCores: number;
  readonly processors: number;
  readonly performanceCores?: number | undefined;
  readonly efficiencyCores?: number | undefined;
};

const limit: Milliseconds = 12_000;

/** Starts processes: call it once, and never during a pass. */
export async function askProcessor(platform: string): Promise<Processor> {
  const text = await printedBy({
    file: process.execPath,
    args: [fileURLToPath(import.meta.resolve('#asker'))],
    // What Node was told for us is not meant for it.
    env: { ...process.env, NODE_OPTIONS: '' },
    limit,
  });
  // Safe: `asker.ts` prints it.
  return text ? processor(JSON.parse(text) as Answer, platform) : {};
}

export function processor(answer: Answer, platform: string): Processor {
  const { physicalCores, processors, performanceCores, efficiencyCores } = answer;
  const name = cpuName(answer.name ?? '');
  // Elsewhere systeminformation infers them from the number of threads.
  const kinds = platform === 'darwin' ? [performanceCores, efficiencyCores].filter(isCount) : [];
  return {
    ...(name ? { name } : {}),
    ...(isCount(physicalCores) ? { cores: physicalCores } : {}),
    ...(isCount(processors) ? { sockets: processors } : {}),
    ...kindsOf(kinds.map((cores) => ({ cores, cpus: cores, usable: cores }))),
  };
}

const isCount = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value > 0;

/** The name of a CPU in the system's own words, without marks, frequency and number of cores. */
export function cpuName(text: string): string | undefined {
  const name = text
    .replace(/\((?:R|TM|C)\)|[®™©]/gi, ' ')
    .replace(/\b\d+-Core Processor\b|@.*/g, ' ')
    .replace(/(?<=\S\s+)\bCPU\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Where nobody has named it, Node says "unknown", and virtual machines "-".
  return /[a-z]/i.test(name) && !/^(unknown|n\/a|none|cpu)$/i.test(name) ? name : undefined;
}
