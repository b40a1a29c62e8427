import type { Playback } from '../core/playback.ts';
import type { Session } from '../core/session.ts';
import type { Milliseconds } from '../core/units.ts';
import { openPlayhead, type Playhead } from './playhead.ts';
import type { Schedule } from './schedule.ts';

export type Player = Playback &
  Pick<Session, 'subscribe'> & {
    readonly position: () => Milliseconds;
    readonly close: () => void;
  };

export type PlayerRequest = {
  readonly schedule: Schedule;
  readonly speed: number;
  readonly clock: () => Milliseconds;
};

/** What a timer can be set to at most. */
const longestDelay: Milliseconds = 2 ** 31 - 1;

/** Plays a schedule: sleeps until the next event, and tells the listeners that it has come. */
export function openPlayer({ schedule, speed, clock }: PlayerRequest): Player {
  const { length } = schedule;
  const playhead = openPlayhead({ clock, speed, length });
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;

  const sleep = () => {
    clearTimeout(timer);
    const position = playhead.position();
    const next = schedule.timeOf(schedule.countAt(position));
    if (next === undefined || playhead.paused()) {
      playhead.expect(Infinity);
      return;
    }

    const delay = Math.min(Math.ceil((next - position) / speed), longestDelay);
    const due = Math.min(next, position + longestDelay * speed);
    playhead.expect(due);
    timer = setTimeout(() => {
      // Timers are early by a part of a millisecond now and then.
      playhead.reach(due);
      changed();
    }, delay);
  };

  const changed = () => {
    listeners.forEach((listener) => listener());
    sleep();
  };

  sleep();
  return {
    ...playbackOf(playhead, { length, speed, changed }),
    position: playhead.position,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      clearTimeout(timer);
      listeners.clear();
      playhead.pause();
    },
  };
}

type Ways = {
  readonly length: Milliseconds;
  readonly speed: number;
  /** The playhead was moved, held or let go. */
  readonly changed: () => void;
};

const playbackOf = (playhead: Playhead, { length, speed, changed }: Ways): Playback => ({
  status: () => ({
    state: stateOf(playhead, length),
    position: playhead.position(),
    length,
    speed,
  }),
  toggle() {
    if (playhead.paused()) {
      playhead.resume();
    } else if (playhead.position() < length) {
      playhead.pause();
    }

    changed();
  },
  seek(by) {
    playhead.moveTo(playhead.position() + by);
    changed();
  },
  restart() {
    playhead.moveTo(0);
    playhead.resume();
    changed();
  },
});

function stateOf(playhead: Playhead, length: Milliseconds) {
  if (playhead.position() >= length) {
    return 'ended';
  }

  return playhead.paused() ? 'paused' : 'playing';
}
