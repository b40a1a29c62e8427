import type { Event } from '../../core/profile/event.ts';
import type { Milliseconds } from '../../core/units.ts';

/** When the events of a recording are played: idle time is shortened, all else takes as long as it took. */
export type Schedule = {
  readonly length: Milliseconds;
  /** How many events have been played by then. */
  readonly countAt: (position: Milliseconds) => number;
  /** When the event of that number is played, from 0; undefined behind the last. */
  readonly timeOf: (index: number) => Milliseconds | undefined;
  /** What the clock of the recording shows. */
  readonly recordedAt: (position: Milliseconds) => Milliseconds;
};

/** They come all the time, whether or not anything happens to the profile. */
const isIdle = ({ type }: Event): boolean => type === 'load-sampled' || type === 'frame-drawn';

/** @param idleLimit The longest time in which nothing happens; Infinity leaves all as it was. */
export function scheduleOf(events: readonly Event[], idleLimit: Milliseconds): Schedule {
  const times = playTimes(events, idleLimit);
  const countAt = (position: Milliseconds) => countUpTo(times, position);
  return {
    length: times.at(-1) ?? 0,
    countAt,
    timeOf: (index) => times[index],
    recordedAt(position) {
      const count = countAt(position);
      const [from, to] = [events[count - 1]?.at ?? 0, events[count]?.at];
      const [begin, end] = [times[count - 1] ?? 0, times[count]];
      return to === undefined || end === undefined
        ? from
        : Math.min(to, from + (position - begin) * ((to - from) / (end - begin)));
    },
  };
}

/** Between two events that are news no more than `idleLimit` passes; what lies between is moved together evenly. */
function playTimes(events: readonly Event[], idleLimit: Milliseconds): readonly Milliseconds[] {
  const times = new Float64Array(events.length);
  let from = 0;
  for (let index = 1; index < events.length; index++) {
    const event = events[index]!;
    if (isIdle(event) && index < events.length - 1) {
      continue;
    }

    const stretch = event.at - events[from]!.at;
    const scale = stretch > idleLimit ? idleLimit / stretch : 1;
    for (let inside = from + 1; inside <= index; inside++) {
      times[inside] = times[from]! + (events[inside]!.at - events[from]!.at) * scale;
    }

    from = index;
  }

  return [...times];
}

/** By halves, since it is asked for at every event. */
function countUpTo(times: readonly Milliseconds[], position: Milliseconds): number {
  let [least, most] = [0, times.length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (times[middle]! <= position) {
      least = middle + 1;
    } else {
      most = middle;
    }
  }

  return least;
}
