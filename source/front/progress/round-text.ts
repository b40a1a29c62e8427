import { count, duration } from '../../core/text/format.ts';
import { remainingTime } from '../../core/profile/remaining.ts';
import type { EndedPass, ProfileState } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';

/** "round 3 of 5". */
export const roundName = ({ plan }: Pick<ProfileState, 'plan'>, round: number): string =>
  `round ${count(round)} of ${count(plan.rounds)}`;

/** The last round whose passes have all ended; 0 before the first. */
export function endedRound({ plan, passes }: Pick<ProfileState, 'plan' | 'passes'>): number {
  const next = plan.passes[passes.length];
  return next === undefined ? plan.rounds : next.round - 1;
}

/** How long the passes of a round took: "round 3 of 5: local 2.32 s, pool 1.34 s". */
export function roundText(profile: ProfileState, round: number): string {
  const ended = profile.passes.filter(({ pass }) => pass.round === round);
  return `${roundName(profile, round)}: ${ended.map(passText).join(', ')}`;
}

function passText({ pass, outcome }: EndedPass): string {
  switch (outcome.status) {
    case 'finished':
      return `${pass.case} ${duration(outcome.wall)}`;
    case 'cancelled':
    case 'failed':
      return `${pass.case} ${outcome.status}`;
  }
}

/** "about 7 s left", "more than 7 s left"; undefined if nothing is known, or nothing worth a word is left. */
export function leftText(profile: ProfileState, now: Milliseconds): string | undefined {
  const { time, whole } = remainingTime(profile, now);
  return time < 1000 ? undefined : `${whole ? 'about' : 'more than'} ${wholeSeconds(time)} left`;
}

/** "7 s", "2 min 5 s": for a time that is only roughly known, or still grows. */
export function wholeSeconds(time: Milliseconds): string {
  const seconds = Math.round(Math.max(0, time) / 1000);
  return seconds < 100 ? `${seconds} s` : duration(seconds * 1000);
}
