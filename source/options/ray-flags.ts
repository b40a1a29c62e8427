import type { Option } from 'commander';
import { describe, failureOf, UsageError } from '../core/failure.ts';
import { rayAddress } from '../core/plan/ray-address.ts';
import { isOwnHead, ownHead, type RayTarget } from '../core/plan/settings.ts';
import { alias, flag, numeric, textOf } from './flag.ts';
import { rangeText } from './plan-flags.ts';
import { rayWaitFlag } from './wait-flag.ts';

/** Where Ray is, and what it needs there. */
export const clusterFlags = (description: string): readonly Option[] => [
  flag('--ray <where>', description, targetOf),
  flag('--ray-python <path>', 'the Python with Ray, on the head of the cluster or here', textOf),
  flag('--ray-ca <file>', 'CA certificates for that address (PEM file)', textOf),
];

export function rayFlags(): readonly Option[] {
  const rounds = numeric(
    '--ray-rounds <n>',
    `number of rounds that include Ray: ${rangeText('rayRounds')}, or auto (default auto)`,
    { words: ['auto'], like: '3' },
  );
  return [
    ...clusterFlags("also run on Ray: its dashboard's URL, or start for a temporary head"),
    rounds,
    alias('--ray-repeats <n>', rounds),
    rayWaitFlag(),
  ];
}

function targetOf(text: string, name: string): RayTarget {
  if (isOwnHead(text)) {
    return { at: ownHead, from: name };
  }

  try {
    return { at: rayAddress(text, name).base, from: name };
  } catch (error) {
    throw new UsageError(describe(failureOf(error)), { cause: error });
  }
}
