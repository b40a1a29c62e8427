import type { Playback } from '../../core/session/playback.ts';
import type { Session } from '../../core/session/session.ts';
import { longestTimeout } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import { openListeners } from '../../core/listeners.ts';
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

/** Plays a schedule: sleeps until the next event, and tells the listeners of every one that has come. */
export function openPlayer({ schedule, speed, clock }: PlayerRequest): Player {
  const { length } = schedule;
  const playhead = openPlayhead({ clock, speed, length });
  const listeners = openListeners();
  const herald = openHerald(schedule, listeners.tell);
  let timer: NodeJS.Timeout | undefined;
  const position = () => herald.tells() ?? playhead.position();

  const sleep = () => {
    clearTimeout(timer);
    const next = herald.next();
    if (next === undefined || playhead.paused()) {
      playhead.expect(Infinity);
      return;
    }

    const now = playhead.position();
    const delay = Math.min(Math.max(Math.ceil((next - now) / speed), 0), longestTimeout);
    const due = Math.min(next, now + longestTimeout * speed);
    playhead.expect(due);
    timer = setTimeout(() => {
      // Timers are early by a part of a millisecond now and then.
      playhead.reach(due);
      herald.tellTo(playhead.position());
      sleep();
    }, delay);
  };

  const jumped = () => {
    herald.jumpTo(playhead.position());
    sleep();
  };

  sleep();
  return {
    ...playbackOf(playhead, { length, speed, position, changed: jumped }),
    position,
    subscribe: listeners.subscribe,
    close() {
      clearTimeout(timer);
      listeners.clear();
      playhead.pause();
    },
  };
}

type Herald = {
  /** When what is told now came; undefined while nothing is. */
  readonly tells: () => Milliseconds | undefined;
  /** When what is told next comes; undefined where all is told. */
  readonly next: () => Milliseconds | undefined;
  /** Whoever wakes up late has missed several events: each is told of as it came. */
  readonly tellTo: (position: Milliseconds) => void;
  /** What was passed over is not told. */
  readonly jumpTo: (position: Milliseconds) => void;
};

function openHerald({ countAt, timeOf }: Schedule, tell: () => void): Herald {
  let told = countAt(0);
  let end = told;
  let tells: Milliseconds | undefined;
  return {
    tells: () => tells,
    next: () => timeOf(told),
    tellTo(position) {
      end = countAt(position);
      while (told < end) {
        tells = timeOf(told)!;
        told = countAt(tells);
        tell();
      }

      tells = undefined;
    },
    jumpTo(position) {
      // Also where a listener asks for it: what it was being told of is passed over.
      told = countAt(position);
      end = told;
      tells = undefined;
      tell();
    },
  };
}

type Ways = {
  readonly length: Milliseconds;
  readonly speed: number;
  readonly position: () => Milliseconds;
  /** The playhead was moved, held or let go. */
  readonly changed: () => void;
};

const playbackOf = (playhead: Playhead, { length, speed, position, changed }: Ways): Playback => ({
  status: () => ({
    state: position() >= length ? 'ended' : stateOf(playhead),
    position: position(),
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

const stateOf = (playhead: Playhead) => (playhead.paused() ? 'paused' : 'playing');
