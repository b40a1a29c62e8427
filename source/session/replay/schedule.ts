import type { Event } from '../../core/profile/event.ts';
import type { Milliseconds } from '../../core/units.ts';

/** When the events of a recording are played: as recorded, with idle times shortened. */
export type Schedule = {
  readonly length: Milliseconds;
  /** Number of events played up to this position. */
  readonly countAt: (position: Milliseconds) => number;
  /** Position of the event with this index; undefined after the last. */
  readonly timeOf: (index: number) => Milliseconds | undefined;
  /** Position of the next or previous event that changes the picture; undefined if there is none. */
  readonly stepFrom: (position: Milliseconds, direction: 1 | -1) => Milliseconds | undefined;
  /** The clock of the recording at this position. */
  readonly recordedAt: (position: Milliseconds) => Milliseconds;
};

/** The machine and the screen cause these events, even when nothing else happens. */
const isIdle = ({ type }: Event): boolean =>
  type === 'load-sampled' || type === 'frame-drawn' || type === 'drawing-held-up';

/** A pass, or all of it, begins or ends. */
const isStep = ({ type }: Event): boolean =>
  type === 'profile-started' ||
  type === 'pass-started' ||
  type === 'pass-finished' ||
  type === 'profile-finished';

/** @param idleLimit Longer idle times are shortened to this; Infinity shortens none. */
export function scheduleOf(events: readonly Event[], idleLimit: Milliseconds): Schedule {
  const times = playTimes(events, idleLimit);
  const steps = times.filter((_, index) => isStep(events[index]!));
  const countAt = (position: Milliseconds) => countUpTo(times, position);
  return {
    length: times.at(-1) ?? 0,
    countAt,
    timeOf: (index) => times[index],
    stepFrom: (position, direction) =>
      direction === 1
        ? steps.find((time) => time > position)
        : steps.findLast((time) => time < position),
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

/** Shortens the time between two events that are not idle to `idleLimit`; idle events between them move evenly. */
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

/** Number of times up to this position; a binary search, since every event asks for it. */
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
