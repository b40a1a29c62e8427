import type { Engine } from '../../core/profile/engine.ts';
import type { Failure } from '../../core/failure.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import type { WorkloadName } from '../../core/plan/workload.ts';
import { withCancellation } from './cancellation.ts';
import { crewFailure, outcomeOfError } from './crew-failure.ts';
import { openCrew, type Crew, type CrewRequest } from './crew.ts';
import { runPass, type PassWatcher } from './pool-pass.ts';

/** The parts that all crews of an engine share. */
export type Supply = Pick<CrewRequest, 'file'> & {
  /** The compiled kernel, where a workload needs one. */
  readonly moduleFor: (workload: WorkloadName) => Promise<CrewRequest['module']>;
};

/** Runs tasks on tinypool workers, with one crew for each case; `local` is a crew of one. */
export function poolEngine(name: EngineName, supply: Supply): Engine {
  const crews = new Map<string, Crew>();
  const openFailures = new Map<string, Failure>();

  return {
    // A case that fails to open loses one pass, and the next pass tries again. Other cases are not affected.
    async open(plan, observe, signal) {
      for (const planned of plan.cases.filter(({ engine }) => engine === name)) {
        try {
          signal.throwIfAborted();
          crews.set(planned.id, await warmCrew(planned, { ...supply, observe, signal }));
        } catch (error) {
          openFailures.set(planned.id, crewFailure(planned, error));
        }
      }
    },

    async run(planned, observe, signal) {
      const failure = openFailures.get(planned.id);
      if (failure) {
        openFailures.delete(planned.id);
        return { status: 'failed', failure };
      }

      try {
        const crew = await intactCrew(crews, planned, { ...supply, observe, signal });
        return await runPass(crew, planned, { observe, signal });
      } catch (error) {
        return outcomeOfError(planned, error, signal);
      }
    },

    async close() {
      await Promise.all([...crews.values()].map(async (crew) => crew.close()));
      crews.clear();
      openFailures.clear();
    },
  };
}

type WarmUpRequest = Supply & PassWatcher;

/** Opens a crew and warms up as many workers as there are tasks: the first tasks go to those workers. */
async function warmCrew(
  planned: Case,
  { observe, moduleFor, ...supply }: WarmUpRequest,
): Promise<Crew> {
  const module = await moduleFor(planned.workload);
  observe({ type: 'warm-up-started', case: planned.id });
  const crew = await openCrew({ ...planned, ...supply, module });
  const width = Math.min(planned.tasks, crew.workers);
  try {
    await withCancellation(crew, supply.signal, async () =>
      crew.all({ type: 'warm-up', size: planned.size }, width),
    );
  } catch (error) {
    await crew.close();
    throw error;
  }

  observe({ type: 'case-warmed', case: planned.id, coldStart: crew.coldStart });
  return crew;
}

/** Replaces a crew that has lost a worker, since the worker's successor would be cold. */
async function intactCrew(
  crews: Map<string, Crew>,
  planned: Case,
  request: WarmUpRequest,
): Promise<Crew> {
  const crew = crews.get(planned.id);
  if (crew?.intact()) {
    return crew;
  }

  await crew?.close();
  const successor = await warmCrew(planned, request);
  crews.set(planned.id, successor);
  return successor;
}
