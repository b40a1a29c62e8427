import type { Bytes } from '../../core/units.ts';
import type { Topology } from './topology.ts';

/** The facts taken from systeminformation; `available` memory on macOS only. */
export type Processor = Topology & { readonly name?: string; readonly available?: Bytes };

/** The fields used of systeminformation's answer. */
export type ProcessorData = {
  readonly manufacturer: string;
  readonly brand: string;
  readonly physicalCores: number;
  readonly processors: number;
};

/** Asks systeminformation, which spawns processes: call it once, and never during a pass. */
export async function askProcessor(platform: string): Promise<Processor> {
  // Loaded on demand: loading takes 25 ms, as long as the answer.
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
  // systeminformation replaces the first word of the brand by the manufacturer, if it knows one.
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

/** A CPU's name without trade marks, frequency and number of cores: "Intel Core i7-8750H". */
export function cpuName(text: string): string | undefined {
  const name = text
    .replace(/\((?:R|TM|C)\)|[®™©]/gi, ' ')
    .replace(/\bCPU\b|\b\d+-Core Processor\b|@.*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Some virtual machines report "-".
  return /[a-z]/i.test(name) ? name : undefined;
}
