import type { Milliseconds } from '../../../core/units.ts';
import type { DriverEvent, EventNamed } from '../driver/driver-event.ts';
import type { Heard } from './job-record.ts';
import { openLogReader } from '../driver/protocol.ts';

export type Ending = EventNamed<'end'> | EventNamed<'nopython'>;

/** What the driver has told so far. */
export type Ear = {
  readonly take: (text: string) => void;
  /** The next text is the log from its start again. */
  readonly restart: () => void;
  /** All but progress. */
  readonly heard: readonly Heard[];
  readonly lastHeard: () => Milliseconds;
  /** The last lines of the log that are not the driver's own. */
  readonly lines: () => readonly string[];
  /** The driver's last word, and a promise of it. */
  readonly ending: () => Ending | undefined;
  readonly ended: Promise<Ending>;
};

export type EarRequest = {
  readonly nonce: string;
  readonly now: () => Milliseconds;
  readonly onEvent: (event: DriverEvent) => void;
};

/** Turns a log into events, each with the time at which it arrived; after the driver's last word it is deaf. */
export function openEar({ nonce, now, onEvent }: EarRequest): Ear {
  const reader = openLogReader(nonce);
  const heard: Heard[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let ending: Ending | undefined;
  let end: (event: Ending) => void = () => {};
  const ended = new Promise<Ending>((resolve) => {
    end = resolve;
  });

  const hear = (event: DriverEvent) => {
    if (ending) {
      return;
    }

    last = now();
    if (event.ev !== 'progress') {
      heard.push({ event, at: last });
    }

    onEvent(event);
    if (event.ev === 'end' || event.ev === 'nopython') {
      ending = event;
      end(event);
    }
  };

  return {
    take(text) {
      for (const event of reader.read(text)) {
        hear(event);
      }
    },
    restart: reader.restart,
    heard,
    lastHeard: () => last,
    lines: reader.lines,
    ending: () => ending,
    ended,
  };
}
