import type { Event } from '../profile/event.ts';
import type { Milliseconds } from '../units.ts';

/** The events of a profile. If it lasts long, samples that closely follow another are dropped. */
export type KeptEvents = {
  readonly latest: Link | undefined;
  /** Number of entries in the kept samples, one per worker or CPU: they take most of the memory. */
  readonly entries: number;
  /** With more entries, samples are dropped. */
  readonly most: number;
  /** The least time between two samples of the same type. */
  readonly spacing: Milliseconds;
  /** Time of the last kept sample, by event type. */
  readonly sampled: Readonly<Record<string, Milliseconds>>;
  /** Whether a kept sample has the names of the running pass's nodes. */
  readonly named: boolean;
};

/** A list that grows at its end without being copied. */
type Link = { readonly event: Event; readonly before: Link | undefined };

/** About 30 MB: an hour and a half on 8 CPUs, ten minutes on 64. */
const mostEntries = 250_000;

const firstSpacing: Milliseconds = 500;

export const emptyEvents = (most = mostEntries, spacing: Milliseconds = 0): KeptEvents => ({
  latest: undefined,
  entries: 0,
  most,
  spacing,
  sampled: {},
  named: false,
});

/** Adds an event, and drops samples if there are too many; pure. */
export function keepEvent(before: KeptEvents, event: Event): KeptEvents {
  const kept = addEvent(before, event);
  return kept.entries > kept.most ? thinOut(kept) : kept;
}

/** In the order in which they happened. */
export function eventsOf({ latest }: KeptEvents): readonly Event[] {
  const events: Event[] = [];
  for (let link = latest; link; link = link.before) {
    events.push(link.event);
  }

  return events.toReversed();
}

/** Doubles the time between samples, and also the limit if that frees little. */
function thinOut(kept: KeptEvents): KeptEvents {
  const spacing = Math.max(firstSpacing, 2 * kept.spacing);
  const thin = eventsOf(kept).reduce(addEvent, emptyEvents(kept.most, spacing));
  return { ...thin, most: thin.entries > 0.75 * kept.most ? 2 * kept.most : kept.most };
}

function addEvent(kept: KeptEvents, event: Event): KeptEvents {
  const grown = { ...kept, latest: { event, before: kept.latest } };
  if (event.type === 'pass-started') {
    return { ...grown, named: false };
  }

  if (event.type === 'load-sampled') {
    return isDue(kept, event) ? addSample(grown, event, event.load.length) : kept;
  }

  if (event.type === 'workers-sampled') {
    // The first sample with names is kept even if it is not due; later ones need not repeat them.
    const names = event.nodes !== undefined && !kept.named;
    const named = kept.named || names;
    return names || isDue(kept, event)
      ? addSample({ ...grown, named }, event, event.workers.length)
      : kept;
  }

  return grown;
}

const isDue = ({ sampled, spacing }: KeptEvents, { type, at }: Event): boolean =>
  at - (sampled[type] ?? Number.NEGATIVE_INFINITY) >= spacing;

const addSample = (kept: KeptEvents, { type, at }: Event, entries: number): KeptEvents => ({
  ...kept,
  entries: kept.entries + entries,
  sampled: { ...kept.sampled, [type]: at },
});
