import type { Milliseconds } from '../../source/core/units.ts';
import { rowsOf } from '../../test/helpers/profiles/rows.ts';
import { openRig } from '../../test/ray/rig.ts';

/** Some seconds on two CPUs. */
const work = { workload: 'pair', size: 500_000, tasks: 8 } as const;

export type CutPass = {
  /** On our clock, from the start to the outcome. */
  readonly took: Milliseconds;
  /** Absent if the pass failed. */
  readonly wall?: Milliseconds;
  readonly outOfTouch?: Milliseconds | undefined;
  readonly digests: readonly string[];
  readonly failure?: string;
};

/** Passes on the cluster at an address, one after another, by the engine of the program. */
export function openPasses(at: string) {
  const rig = openRig(at);
  return {
    /** The phase of the running pass. */
    phase: (): string => rig.phases().at(-1) ?? 'getting ready',
    async run(): Promise<CutPass> {
      rig.events.length = 0;
      const began = performance.now();
      const outcome = await rig.run(work).catch((error: unknown) => ({ status: 'failed', error }));
      const took = performance.now() - began;
      if (!('spans' in outcome)) {
        return { took, digests: [], failure: JSON.stringify(outcome) };
      }

      const { wall, ray, spans } = outcome;
      const digests = rowsOf(spans).map(({ digest }) => digest);
      return { took, wall, outOfTouch: ray?.outOfTouch, digests };
    },
  };
}
