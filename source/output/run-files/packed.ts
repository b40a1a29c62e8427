import { setImmediate } from 'node:timers/promises';
import type { Event } from '../../core/profile/event.ts';
import type { FinishedOutcome } from '../../core/profile/pass.ts';
import type { Recording } from '../../core/recording/recording.ts';
import { columnsOf, spansIn, type SpanColumns } from './span-columns.ts';

type PassFinished = Extract<Event, { readonly type: 'pass-finished' }>;

/** A recording as in a run file, with the spans of its passes in columns. */
export type PackedRecording = {
  readonly scene: readonly PackedEvent[];
  readonly events: readonly PackedEvent[];
};

export type PackedEvent =
  | Exclude<Event, PassFinished>
  | (Omit<PassFinished, 'outcome'> & {
      readonly outcome:
        | Exclude<PassFinished['outcome'], FinishedOutcome>
        | (Omit<FinishedOutcome, 'spans'> & { readonly spans: SpanColumns });
    });

/** Passes control back to the event loop after each pass, so that screen and keys keep working. */
export async function packed({ scene, events }: Recording): Promise<PackedRecording> {
  const packedEvents: PackedEvent[] = [];
  for (const event of events) {
    packedEvents.push(packedEvent(event));
    if (event.type === 'pass-finished') {
      await setImmediate();
    }
  }

  return { scene: scene.map(packedEvent), events: packedEvents };
}

function packedEvent(event: Event): PackedEvent {
  if (event.type !== 'pass-finished' || event.outcome.status !== 'finished') {
    return event as PackedEvent;
  }

  const { outcome } = event;
  return { ...event, outcome: { ...outcome, spans: columnsOf(outcome.spans) } };
}

/** Takes a checked recording only. */
export function unpacked({ scene, events }: PackedRecording): Recording {
  const [started, ...others] = events.map(unpackedEvent);
  return {
    scene: scene.map(unpackedEvent),
    events: [started as Recording['events'][0], ...others],
  };
}

function unpackedEvent(event: PackedEvent): Event {
  if (event.type !== 'pass-finished' || event.outcome.status !== 'finished') {
    return event as Event;
  }

  const { outcome } = event;
  return { ...event, outcome: { ...outcome, spans: spansIn(outcome.spans) } };
}
