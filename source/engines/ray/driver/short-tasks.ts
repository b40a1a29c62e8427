import type { DriverEvent, DriverLine, EventNamed, WorkerPlace } from './driver-event.ts';

/** Returns the events that a line stands for. It remembers the workers that earlier lines described. */
export function openEventsOf(): (line: DriverLine) => readonly DriverEvent[] {
  const places = new Map<number, WorkerPlace>();
  return (line) => {
    if (line.ev === 'worker') {
      places.set(line.number, placeOf(line));
      return [];
    }

    return line.ev === 'ran' ? eventsOfTasks(line, places) : [line];
  };
}

const placeOf = ({ node, worker, pid, host, nice, python, ageMs }: WorkerPlace): WorkerPlace => ({
  node,
  worker,
  pid,
  host,
  nice,
  python,
  ...(ageMs === undefined ? {} : { ageMs }),
});

/** A task of a worker that no line described has a result only. */
function eventsOfTasks(
  { seq, ts, at, digest, kept, tasks }: EventNamed<'ran'>,
  places: ReadonlyMap<number, WorkerPlace>,
): readonly DriverEvent[] {
  const answer = kept === undefined ? { digest } : { digest, kept };
  return tasks.flatMap(([task, worker, queueMs, startMs, endMs, cpuMs, faults]) => {
    const place = places.get(worker);
    const times = { startMs: at + startMs, endMs: at + endMs, cpuMs };
    const counted = faults === null ? {} : { faults };
    return [
      ...(place ? [{ ev: 'started', seq, ts, task, queueMs, ...place } as const] : []),
      { ev: 'result', seq, ts, task, ...times, ...counted, ...answer } as const,
    ];
  });
}
