import { failureOf } from '../../core/failure.ts';
import type { Engine } from '../../core/profile/engine.ts';
import type { Observe } from '../../core/profile/event.ts';
import type { Case, Plan } from '../../core/plan/plan.ts';
import { ownHead, type EngineName } from '../../core/plan/settings.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { PythonSources } from '../ray/head/python.ts';
import { findPython, type FoundPython } from './find-python.ts';
import { runPass } from './pass.ts';
import { startPython, type PythonProcess } from './python-process.ts';

export type PythonSupply = {
  readonly setup: PythonSources;
  /** Called with every process that starts: what it takes is taken by this program. */
  readonly onProcess?: (pid: number) => void;
  /** CPU time of that process so far, after each pass. */
  readonly onCpuTime?: (time: Milliseconds) => void;
};

/** Runs tasks in a Python on this machine, without Ray: one process, which computes one task after another. */
export function pythonEngine(name: EngineName, supply: PythonSupply): Engine {
  const process = openWarmPython(supply);
  let found: FoundPython | undefined;

  return {
    async open(plan, observe, signal) {
      found = await findPython({ ...supply.setup, elsewhere: isElsewhere(plan) });
      const first = plan.cases.find(({ engine }) => engine === name);
      if (first) {
        await process.warm(found, first, { observe, signal });
      }
    },

    async run(planned, observe, signal) {
      try {
        found ??= await findPython(supply.setup);
        const python = await process.warm(found, planned, { observe, signal });
        return await runPass(python, planned, { observe, ...supply });
      } catch (error) {
        return signal.aborted
          ? { status: 'cancelled' }
          : { status: 'failed', failure: failureOf(error) };
      }
    },

    close: async () => process.close(),
  };
}

const isElsewhere = ({ ray }: Plan): boolean => ray !== undefined && ray.target.at !== ownHead;

type Watcher = { readonly observe: Observe; readonly signal: AbortSignal };

/** The one process. One that has died has a successor, which warms up in turn. */
function openWarmPython({ setup: { environment }, onProcess }: PythonSupply) {
  let python: PythonProcess | undefined;

  return {
    async warm(
      found: FoundPython,
      { id, workload, size }: Case,
      { observe, signal }: Watcher,
    ): Promise<PythonProcess> {
      if (python?.lives()) {
        return python;
      }

      observe({ type: 'warm-up-started', case: id });
      python = await startPython({ found, environment, signal });
      onProcess?.(python.pid);
      await python.carryOut({ workload, size, tasks: 1 });
      observe({ type: 'case-warmed', case: id, coldStart: python.coldStart });
      return python;
    },
    async close(): Promise<void> {
      await python?.close();
      python = undefined;
    },
  };
}
