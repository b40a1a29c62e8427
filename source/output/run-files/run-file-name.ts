import { randomBytes } from 'node:crypto';
import { runFileEnd } from './folder.ts';

// Apart from the folder, which is named before the first frame: Node takes 5 ms to load its cryptography.

/** Sorts by the time when the run began; no two are the same, whoever makes them. */
export const runFileName = (startedAt: string): string =>
  `${new Date(startedAt).toISOString().replaceAll(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}${runFileEnd}`;
