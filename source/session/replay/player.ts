import type { Playback } from '../../core/session/playback.ts';
import type { Session } from '../../core/session/session.ts';
import { longestTimeout, type Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import { openListeners } from '../../core/listeners.ts';
import { openPlayhead, type Playhead } from './playhead.ts';
import type { Schedule } from './schedule.ts';

export type Player = Playback &
  Pick<Session, 'subscribe'> & {
    /** Listeners are told of every event before it passes that, however late a timer wakes. */
    readonly position: () => Milliseconds;
    readonly close: () => void;
  };

export type PlayerRequest = {
  readonly schedule: Schedule;
  readonly speed: number;
  readonly timing: Timing;
};

/** Plays a schedule: sleeps until the next event is due, and notifies the listeners of each event. */
export function openPlayer({ schedule, speed, timing }: PlayerRequest): Player {
  const playhead = openPlayhead({ clock: timing.now, speed, length: schedule.length });
  const listeners = openListeners();
  const notifier = openNotifier(schedule, listeners.notify);
  let callOff = () => {};
  const position = () =>
    notifier.current() ?? Math.min(playhead.position(), notifier.next() ?? Infinity);

  const sleep = () => {
    callOff();
    const next = notifier.next();
    if (next === undefined || playhead.paused()) {
      playhead.expect(Infinity);
      return;
    }

    const now = playhead.position();
    const delay = Math.min(Math.max(Math.ceil((next - now) / playhead.speed()), 0), longestTimeout);
    const due = Math.min(next, now + longestTimeout * playhead.speed());
    playhead.expect(due);
    callOff = timing.after(delay, () => {
      // Timers may fire a fraction of a millisecond early.
      playhead.reach(due);
      notifier.notifyTo(playhead.position());
      sleep();
    });
  };

  const jumpTo = (target: Milliseconds) => {
    notifier.jumpTo(target);
    sleep();
  };

  sleep();
  return {
    ...playbackOf(playhead, { ...notifier, schedule, position, jumpTo }),
    position,
    subscribe: listeners.subscribe,
    close() {
      callOff();
      listeners.clear();
      playhead.pause();
    },
  };
}

type Notifier = {
  /** Position of the event that listeners are being notified of; undefined at other times. */
  readonly current: () => Milliseconds | undefined;
  /** Position of the next event; undefined after the last. */
  readonly next: () => Milliseconds | undefined;
  /** Notifies of each event up to there: after a late timer there may be several. Does nothing inside of a notification. */
  readonly notifyTo: (position: Milliseconds) => void;
  /** Notifies once, of the state at exactly this position, whatever number of events was skipped. */
  readonly jumpTo: (position: Milliseconds) => void;
};

function openNotifier({ countAt, timeOf }: Schedule, notify: () => void): Notifier {
  let played = countAt(0);
  let end = played;
  let current: Milliseconds | undefined;
  return {
    current: () => current,
    next: () => timeOf(played),
    notifyTo(position) {
      if (current !== undefined) {
        return;
      }

      end = countAt(position);
      while (played < end) {
        current = timeOf(played)!;
        played = countAt(current);
        notify();
      }

      current = undefined;
    },
    jumpTo(position) {
      // A listener may jump, too: then `end` stops the loop above.
      played = countAt(position);
      end = played;
      current = position;
      notify();
      current = undefined;
    },
  };
}

type PlaybackParts = Pick<Notifier, 'next' | 'notifyTo'> & {
  readonly schedule: Schedule;
  readonly position: () => Milliseconds;
  /** Called after the playhead was moved to this position, paused or resumed there. */
  readonly jumpTo: (position: Milliseconds) => void;
};

function playbackOf(playhead: Playhead, parts: PlaybackParts): Playback {
  const { schedule, position, next, notifyTo, jumpTo } = parts;
  const ended = () => next() === undefined;
  // Due events are reported before the playhead moves away from them.
  const catchUp = () => notifyTo(playhead.position());
  return {
    status: () => ({
      state: ended() ? 'ended' : stateOf(playhead),
      position: position(),
      length: schedule.length,
      speed: playhead.speed(),
    }),
    toggle() {
      catchUp();
      const at = position();
      if (playhead.paused()) {
        playhead.resume();
      } else if (!ended()) {
        playhead.pause();
      }

      // The clock has gone on since.
      jumpTo(playhead.moveTo(at));
    },
    restart() {
      catchUp();
      const start = playhead.moveTo(0);
      playhead.resume();
      jumpTo(start);
    },
    ...movesOf(playhead, parts, catchUp),
  };
}

const movesOf = (
  playhead: Playhead,
  { schedule, position, jumpTo }: PlaybackParts,
  catchUp: () => void,
): Pick<Playback, 'seek' | 'step' | 'changeSpeed'> => ({
  seek(by) {
    catchUp();
    jumpTo(playhead.moveTo(position() + by));
  },
  step(direction) {
    catchUp();
    const target = schedule.stepFrom(position(), direction);
    if (target !== undefined) {
      playhead.pause();
      jumpTo(playhead.moveTo(target));
    }
  },
  changeSpeed(direction) {
    catchUp();
    jumpTo(playhead.moveTo(position(), speedBeside(playhead.speed(), direction)));
  },
});

const stateOf = (playhead: Playhead) => (playhead.paused() ? 'paused' : 'playing');

/** As `--speed` takes them. */
const speeds = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

const speedBeside = (speed: number, direction: 1 | -1): number =>
  (direction === 1
    ? speeds.find((other) => other > speed)
    : speeds.findLast((other) => other < speed)) ?? speed;
