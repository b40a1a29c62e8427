import { runningPass, type ProfileState, type ScreenTime } from './state.ts';
import type { Milliseconds, Share } from '../units.ts';

/**
 * Share of one CPU that drawing took while passes were timed: CPU time of their frames over their duration. Undefined
 * if nothing was drawn, or the system does not report CPU time. The running pass counts only if `now` is given.
 */
export function screenCost(profile: ProfileState, now?: Milliseconds): Share | undefined {
  const ended = profile.passes.flatMap(({ screen }) => screen ?? []);
  const times = now === undefined ? ended : [...ended, ...runningTime(profile, now)];
  const during = times.reduce((sum, time) => sum + time.during, 0);
  const drawing = times.reduce((sum, time) => sum + time.drawing, 0);
  return during > 0 ? drawing / during : undefined;
}

function runningTime(profile: ProfileState, now: Milliseconds): readonly ScreenTime[] {
  const running = runningPass(profile);
  return running?.drawing === undefined
    ? []
    : [{ drawing: running.drawing, during: now - running.since }];
}
