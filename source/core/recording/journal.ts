import type { Event } from '../profile/event.ts';
import { keeping, listOf, noEvents, type KeptEvents } from './kept-events.ts';
import type { ProfileStarted, Recording } from './recording.ts';
import { sceneAfter } from './scene.ts';

/** What is kept of a session's events: those of the profile that runs, or of the last one that did. */
export type Journal = {
  /** What a profile that began now would find. */
  readonly scene: readonly Event[];
  readonly profile?: JournalProfile;
};

type JournalProfile = Pick<Recording, 'scene'> & {
  readonly started: ProfileStarted;
  readonly since: KeptEvents;
  readonly ended: boolean;
};

export const emptyJournal: Journal = { scene: [] };

/** Takes one event down, as `reduce` folds it; pure. */
export const journaled = ({ scene, profile }: Journal, event: Event): Journal => {
  const next = { scene: sceneAfter(scene, event, profile?.started.plan) };
  if (event.type === 'profile-started') {
    return { ...next, profile: { scene, started: event, since: noEvents(), ended: false } };
  }

  return profile ? { ...next, profile: profileAfter(profile, event) } : next;
};

const profileAfter = (profile: JournalProfile, event: Event): JournalProfile =>
  profile.ended
    ? profile
    : {
        ...profile,
        since: keeping(profile.since, event),
        ended: event.type === 'profile-finished',
      };

/** The profile so far; undefined before the first. */
export const recordingOf = ({ profile }: Journal): Recording | undefined =>
  profile && { scene: profile.scene, events: [profile.started, ...listOf(profile.since)] };
