import type { Plan } from '../plan/plan.ts';
import { refusalOf } from '../plan/memory.ts';
import type { Settings } from '../plan/settings.ts';
import type { Session } from './session.ts';

export type RunParts = Pick<Session, 'state' | 'start'> & {
  readonly prepare: (settings: Settings) => Promise<Plan>;
};

/** How every session runs settings: it prepares a plan, then refuses or starts it. */
export const runSettings =
  ({ state, prepare, start }: RunParts): Session['run'] =>
  async (settings, signal) => {
    const plan = await prepare(settings);
    signal?.throwIfAborted();
    const { machine } = state();
    const refused = machine && !settings.force ? refusalOf(plan, machine) : undefined;
    return refused ? { status: 'refused', ...refused } : { status: 'started', ended: start(plan) };
  };
