import type { Event } from '../../../core/profile/event.ts';
import type { FinishedOutcome } from '../../../core/profile/pass.ts';
import type { Recording } from '../../../core/recording/recording.ts';
import { spansIn, type WrittenSpans } from './span-columns.ts';

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
        | (Omit<FinishedOutcome, 'spans'> & { readonly spans: WrittenSpans });
    });

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
