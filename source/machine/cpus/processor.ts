import { cpuName } from './cpu-name.ts';
import type { Bytes } from '../../core/units.ts';
import type { Topology } from './topology.ts';

/** What systeminformation knows of the CPU, and of the memory where nobody else does. */
export type Processor = Topology & { readonly name?: string; readonly available?: Bytes };

/** The part of systeminformation's answer that is used. */
export type ProcessorData = {
  readonly manufacturer: string;
  readonly brand: string;
  readonly physicalCores: number;
  readonly processors: number;
};

/** Asks systeminformation, which spawns processes: once, and never while a pass is timed. */
export async function askProcessor(platform: string): Promise<Processor> {
  // Loaded here, because loading it takes as long as asking it: 25 ms.
  const { cpu, mem } = await import('systeminformation');
  const found = processor(await cpu());
  return platform === 'darwin' ? { ...found, ...memory(await mem()) } : found;
}

export function processor({
  manufacturer,
  brand,
  physicalCores,
  processors,
}: ProcessorData): Processor {
  // It cuts the first word off the brand and puts the manufacturer in its place if it knows one.
  const name = manufacturer && brand ? cpuName(`${manufacturer} ${brand}`) : undefined;
  return {
    ...(name ? { name } : {}),
    ...(isCount(physicalCores) ? { cores: physicalCores } : {}),
    ...(isCount(processors) ? { sockets: processors } : {}),
  };
}

export const memory = ({ available }: { readonly available: Bytes }): Processor =>
  available > 0 ? { available } : {};

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}
