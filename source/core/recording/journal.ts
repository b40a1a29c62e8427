import { isFleeting, type Event } from '../profile/event.ts';
import { emptyEvents, eventsOf, keepEvent, type KeptEvents } from './kept-events.ts';
import type { ProfileStarted, Recording } from './recording.ts';
import { sceneAfter } from './scene.ts';

/** The events that a session keeps: those of the running profile, or of the last one. */
export type Journal = {
  /** Would be the scene of a profile that began now. */
  readonly scene: readonly Event[];
  readonly profile?: JournalProfile;
};

type JournalProfile = Pick<Recording, 'scene'> & {
  readonly started: ProfileStarted;
  readonly since: KeptEvents;
  readonly ended: boolean;
};

export const emptyJournal: Journal = { scene: [] };

/** Pure. */
export const append = (journal: Journal, event: Event): Journal =>
  isFleeting(event) ? journal : appendKept(journal, event);

const appendKept = ({ scene, profile }: Journal, event: Event): Journal => {
  const next = { scene: sceneAfter(scene, event, profile?.started.plan) };
  if (event.type === 'profile-started') {
    return { ...next, profile: { scene, started: event, since: emptyEvents(), ended: false } };
  }

  return profile ? { ...next, profile: profileAfter(profile, event) } : next;
};

const profileAfter = (profile: JournalProfile, event: Event): JournalProfile =>
  profile.ended
    ? profile
    : {
        ...profile,
        since: keepEvent(profile.since, event),
        ended: event.type === 'profile-finished',
      };

/** The profile so far; undefined before the first. */
export const recordingOf = ({ profile }: Journal): Recording | undefined =>
  profile && { scene: profile.scene, events: [profile.started, ...eventsOf(profile.since)] };
