import type { Event } from '../profile/event.ts';
import type { Milliseconds } from '../units.ts';

/** The events of a profile: all of them but, of one that goes on for long, samples that follow closely on another. */
export type KeptEvents = {
  readonly latest: Link | undefined;
  /** Entries of the samples that are kept, one a worker or a CPU: what takes the memory. */
  readonly entries: number;
  /** Above so many entries samples are left out. */
  readonly most: number;
  /** The least time between two samples of a kind. */
  readonly spacing: Milliseconds;
  /** When the last of a kind was kept. */
  readonly sampled: Readonly<Record<string, Milliseconds>>;
  /** Whether a sample has named the nodes of the pass. */
  readonly named: boolean;
};

/** A list that grows at its end without being copied. */
type Link = { readonly event: Event; readonly before: Link | undefined };

/** Some 30 MB: an hour and a half on 8 CPUs, ten minutes on 64. */
const mostEntries = 250_000;

const firstSpacing: Milliseconds = 500;

export const noEvents = (most = mostEntries, spacing: Milliseconds = 0): KeptEvents => ({
  latest: undefined,
  entries: 0,
  most,
  spacing,
  sampled: {},
  named: false,
});

/** With one more event, and fewer samples where there are too many; pure. */
export function keeping(before: KeptEvents, event: Event): KeptEvents {
  const kept = added(before, event);
  return kept.entries > kept.most ? thinned(kept) : kept;
}

/** In the order in which they happened. */
export function listOf({ latest }: KeptEvents): readonly Event[] {
  const events: Event[] = [];
  for (let link = latest; link; link = link.before) {
    events.push(link.event);
  }

  return events.toReversed();
}

/** With twice the time between its samples, and twice the room where that makes hardly any. */
function thinned(kept: KeptEvents): KeptEvents {
  const spacing = Math.max(firstSpacing, 2 * kept.spacing);
  const thin = listOf(kept).reduce(added, noEvents(kept.most, spacing));
  return { ...thin, most: thin.entries > 0.75 * kept.most ? 2 * kept.most : kept.most };
}

function added(kept: KeptEvents, event: Event): KeptEvents {
  const grown = { ...kept, latest: { event, before: kept.latest } };
  if (event.type === 'pass-started') {
    return { ...grown, named: false };
  }

  if (event.type === 'load-sampled') {
    return isDue(kept, event) ? sampled(grown, event, event.load.length) : kept;
  }

  if (event.type === 'workers-sampled') {
    // Samples after it need not name the nodes again.
    const names = event.nodes !== undefined && !kept.named;
    const named = kept.named || names;
    return names || isDue(kept, event)
      ? sampled({ ...grown, named }, event, event.workers.length)
      : kept;
  }

  return grown;
}

const isDue = ({ sampled, spacing }: KeptEvents, { type, at }: Event): boolean =>
  at - (sampled[type] ?? Number.NEGATIVE_INFINITY) >= spacing;

const sampled = (kept: KeptEvents, { type, at }: Event, entries: number): KeptEvents => ({
  ...kept,
  entries: kept.entries + entries,
  sampled: { ...kept.sampled, [type]: at },
});
