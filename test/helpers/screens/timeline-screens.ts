import type { WorkerSample } from '../../../source/core/profile/event.ts';
import type { ProfileState } from '../../../source/core/profile/state.ts';
import { caseOf } from '../../../source/core/plan/plan.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import { timelinePicture } from '../../../source/ui/timeline/timeline-screen.ts';
import { wholePass, type TimelineView } from '../../../source/ui/timeline/timeline.ts';
import { passOf, profileStateWith, type Walls } from '../profiles/profiles.ts';
import { rampedPass } from '../profiles/timelines.ts';
import { type Draw } from './ui-frames.ts';

export type ScreenOptions = { readonly quits?: boolean; readonly now?: Milliseconds };

export const screen =
  (
    profile: ProfileState,
    view: Partial<TimelineView> = {},
    { quits = true, now = 0 }: ScreenOptions = {},
  ): Draw =>
  (room, theme) =>
    timelinePicture({ view: { ...wholePass, ...view }, profile, now, quits }, room, theme);

export const profileOf = (workers: number, tasks: number, walls: Partial<Walls> = {}) =>
  profileStateWith({
    walls: {
      local: [1800, 1820, 1790],
      pool: [(pass) => rampedPass(pass, 929), (pass) => rampedPass(pass, 940), 'failed'],
      ...walls,
    },
    plan: { workers, tasks },
  });

export const two = profileOf(2, 20);

export const sixteen = profileOf(16, 64);

export const many = profileOf(128, 512);

/** Of two workers the second begins late, and both have got on at every sample since. */
const samplesAt = (samples: number): readonly WorkerSample[] => [
  { share: samples / 10, tasks: samples },
  { share: Math.max(0, samples - 2) / 10, tasks: Math.max(0, samples - 2) },
];

/** Three rounds of two engines; in the second round the pool runs since 5 s, sampled every 100 ms. */
export function runningFor(time: Milliseconds): ProfileState {
  const profile = profileOf(2, 20, {
    local: [1800, 1820, undefined],
    pool: [(pass) => rampedPass(pass, 929), undefined, undefined],
  });
  const pass = passOf(profile.plan, 'pool', 2);
  const samples = Math.floor(time / 100);
  return {
    ...profile,
    activity: {
      type: 'running',
      pass,
      case: caseOf(profile.plan, pass),
      since: 5000,
      workers: samplesAt(samples),
      history: Array.from({ length: samples }, (_, index) => ({
        at: 5100 + 100 * index,
        workers: samplesAt(index + 1),
      })),
    },
  };
}

export const [small, large, largest] = [
  { columns: 60, rows: 16 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 50 },
];
