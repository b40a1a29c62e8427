import type { Plan } from '../plan/plan.ts';
import { refusalOf } from '../plan/memory.ts';
import type { Settings } from '../plan/settings.ts';
import type { QuietRequest } from './until-quiet.ts';
import { untilQuiet } from './until-quiet.ts';
import type { Session } from './session.ts';

export type RunParts = Pick<Session, 'state' | 'start'> & {
  readonly prepare: (settings: Settings, signal?: AbortSignal) => Promise<Plan>;
  /** How it waits for a quiet machine; it never does if omitted. */
  readonly quiet?: Omit<QuietRequest, 'state'>;
};

/** How every session runs settings: it prepares a plan, then refuses it, or starts it once the machine is quiet. */
export const runSettings =
  ({ state, prepare, start, quiet }: RunParts): Session['run'] =>
  async (settings, signal) => {
    const plan = await prepare(settings, signal);
    signal?.throwIfAborted();
    const { machine } = state();
    const refused = machine && !settings.force ? refusalOf(plan, machine) : undefined;
    if (refused) {
      return { status: 'refused', ...refused };
    }

    const { waitQuiet: most } = settings;
    const waited =
      quiet && most !== undefined
        ? await untilQuiet({ state, ...quiet }, { most, ...(signal ? { signal } : {}) })
        : undefined;
    return { status: 'started', ended: start(waited ? { ...plan, waited } : plan) };
  };
