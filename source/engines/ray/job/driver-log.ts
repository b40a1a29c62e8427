import type { Milliseconds } from '../../../core/units.ts';
import type { DriverEvent, EventNamed } from '../driver/driver-event.ts';
import type { TimedEvent } from './job-record.ts';
import { openLogReader } from '../driver/protocol.ts';
import { openSlices } from './slices.ts';

export type Ending = EventNamed<'end'> | EventNamed<'nopython'>;

/** The driver's log: its events, and its other lines. */
export type DriverLog = {
  readonly read: (text: string) => void;
  /** The next text starts again at the beginning of the log. */
  readonly restart: () => void;
  /** Resolves once everything has been read. */
  readonly settled: () => Promise<void>;
  /** Without progress. */
  readonly events: readonly TimedEvent[];
  readonly lastEventAt: () => Milliseconds;
  /** The last lines of the log that are not events. */
  readonly lines: () => readonly string[];
  /** The driver's last event once it is there, and a promise of it. */
  readonly ending: () => Ending | undefined;
  readonly ended: Promise<Ending>;
};

export type DriverLogRequest = {
  readonly nonce: string;
  readonly now: () => Milliseconds;
  readonly onEvent: (event: DriverEvent) => void;
};

/**
 * Turns log text into events, each with its time of arrival. Ignores everything after the driver's last event. Much text
 * at once is read slice by slice, so that a key or a sign of life need not wait for all of it.
 */
export function openDriverLog({ nonce, now, onEvent }: DriverLogRequest): DriverLog {
  const reader = openLogReader(nonce);
  const events: TimedEvent[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let ending: Ending | undefined;
  let end: (event: Ending) => void = () => {};
  const ended = new Promise<Ending>((resolve) => {
    end = resolve;
  });

  const add = (event: DriverEvent) => {
    if (ending) {
      return;
    }

    last = now();
    if (event.ev !== 'progress') {
      events.push({ event, at: last });
    }

    onEvent(event);
    if (event.ev === 'end' || event.ev === 'nopython') {
      ending = event;
      end(event);
    }
  };
  const slices = openSlices((text) => reader.read(text).forEach(add), reader.restart);

  return {
    ...slices,
    events,
    lastEventAt: () => last,
    lines: reader.lines,
    ending: () => ending,
    ended,
  };
}
