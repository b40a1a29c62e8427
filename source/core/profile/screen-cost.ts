import type { ProfileState, ScreenTime } from './state.ts';
import type { Milliseconds, Share } from '../units.ts';

/**
 * What drawing took of one CPU while passes were timed: the CPU time of their frames over the time that they ran.
 * Undefined where nothing was drawn, or the system does not tell. The pass that runs counts where it is said what time
 * it is.
 */
export function screenCost(profile: ProfileState, now?: Milliseconds): Share | undefined {
  const ended = profile.passes.flatMap(({ screen }) => screen ?? []);
  const times = now === undefined ? ended : [...ended, ...running(profile, now)];
  const during = times.reduce((sum, time) => sum + time.during, 0);
  const drawing = times.reduce((sum, time) => sum + time.drawing, 0);
  return during > 0 ? drawing / during : undefined;
}

/** Of the pass that runs, if there is one that has not ended yet. */
function running({ activity, passes }: ProfileState, now: Milliseconds): readonly ScreenTime[] {
  return activity.type === 'running' &&
    activity.drawing !== undefined &&
    activity.pass.index !== passes.at(-1)?.pass.index
    ? [{ drawing: activity.drawing, during: now - activity.since }]
    : [];
}
