import type { Engine } from '../../core/profile/engine.ts';
import type { Observe } from '../../core/profile/event.ts';
import type { Failure } from '../../core/failure.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import { braked } from './cancellation.ts';
import { crewFailure, endOf } from './crew-failure.ts';
import { openCrew, type Crew, type CrewRequest } from './crew.ts';
import { runPass } from './pool-pass.ts';

/** What every crew of an engine is built from. */
export type Supply = Pick<CrewRequest, 'module' | 'file'>;

/** Tasks in tinypool workers, one crew of threads a case; `local` is the same with one worker. */
export function poolEngine(name: EngineName, supply: Supply): Engine {
  const roster = new Map<string, Crew>();
  const unopened = new Map<string, Failure>();

  return {
    // A case that does not open costs the others nothing, and itself one pass: the next one tries again.
    async open(plan, observe, signal) {
      for (const planned of plan.cases.filter(({ engine }) => engine === name)) {
        try {
          signal.throwIfAborted();
          roster.set(planned.id, await warmCrew(planned, { ...supply, observe, signal }));
        } catch (error) {
          unopened.set(planned.id, crewFailure(planned, error));
        }
      }
    },

    async run(pass, observe, signal) {
      const failure = unopened.get(pass.case.id);
      if (failure) {
        unopened.delete(pass.case.id);
        return { status: 'failed', failure };
      }

      try {
        const crew = await wholeCrew(roster, pass.case, { ...supply, observe, signal });
        return await runPass(crew, pass, observe, signal);
      } catch (error) {
        return endOf(pass.case, error, signal);
      }
    },

    async close() {
      await Promise.all([...roster.values()].map(async (crew) => crew.close()));
      roster.clear();
      unopened.clear();
    },
  };
}

type Warming = Supply & {
  readonly observe: Observe;
  readonly signal: AbortSignal;
};

/** As many workers take memory as there are tasks for; the first tasks go to the same ones. */
async function warmCrew(planned: Case, { observe, ...supply }: Warming): Promise<Crew> {
  observe({ type: 'warm-up-started', case: planned.id });
  const crew = await openCrew({ ...planned, ...supply });
  const width = Math.min(planned.tasks, crew.workers);
  try {
    await braked(crew, supply.signal, async () =>
      crew.all({ type: 'warm-up', size: planned.size }, width),
    );
  } catch (error) {
    await crew.close();
    throw error;
  }

  observe({ type: 'case-warmed', case: planned.id, coldStart: crew.coldStart });
  return crew;
}

/** A crew that lost a worker is replaced as a whole: the worker's successor would be cold. */
async function wholeCrew(
  roster: Map<string, Crew>,
  planned: Case,
  warming: Warming,
): Promise<Crew> {
  const crew = roster.get(planned.id);
  if (crew?.whole()) {
    return crew;
  }

  await crew?.close();
  const successor = await warmCrew(planned, warming);
  roster.set(planned.id, successor);
  return successor;
}
