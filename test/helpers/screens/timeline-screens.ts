import type { ProfileState } from '../../../source/core/profile/state.ts';
import { timelinePicture } from '../../../source/ui/timeline/timeline-screen.ts';
import { wholePass, type TimelineView } from '../../../source/ui/timeline/timeline.ts';
import { profileStateWith, type Walls } from '../profiles/profiles.ts';
import { rampedPass } from '../profiles/timelines.ts';
import { type Draw } from './ui-frames.ts';

export const screen =
  (profile: ProfileState, view: Partial<TimelineView> = {}, quits = true): Draw =>
  (room, theme) =>
    timelinePicture({ view: { ...wholePass, ...view }, profile, quits }, room, theme);

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

export const [small, large] = [
  { columns: 60, rows: 16 },
  { columns: 120, rows: 40 },
];
