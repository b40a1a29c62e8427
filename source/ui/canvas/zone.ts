import type { Line } from './line.ts';

/** One way to draw a zone. */
export type Variant = {
  readonly lines: readonly Line[];
  /** Whether its title stands above it, in a rule across the screen. */
  readonly ruled: boolean;
  /** Where it is not the zone's own. */
  readonly title?: Line;
  /** Where it gets its room later than the zone's priority says: when zones of this number do. */
  readonly turn?: number;
};

/** A part of the screen that keeps its place at every size and changes its density. */
export type Zone = {
  readonly title: Line;
  /** Zones of a lower number get their room first. */
  readonly priority: number;
  /** From the richest to the densest; the last is drawn even where there is no room for it. */
  readonly variants: readonly Variant[];
};

export type ArrangedZone = { readonly title: Line; readonly variant: Variant };

export const ruled = (lines: readonly Line[]): Variant => ({ lines, ruled: true });
export const bare = (lines: readonly Line[]): Variant => ({ lines, ruled: false });

/** The same where zones of that number have got their room. */
export const later = (turn: number, variant: Variant): Variant => ({ ...variant, turn });

/** A zone without a title, which gets its room before all others. */
export const fixed = (...variants: readonly Variant[]): Zone => ({
  title: [],
  priority: 0,
  variants,
});

export const heightOf = ({ lines, ruled: hasRule }: Variant): number =>
  lines.length + (hasRule ? 1 : 0);

/** Gives every zone its densest form, and then richer ones, by priority, while there are rows left. */
export function arranged(zones: readonly Zone[], rows: number): readonly ArrangedZone[] {
  const chosen = new Map(zones.map((zone) => [zone, zone.variants.at(-1)!]));
  const used = () => [...chosen.values()].reduce((total, variant) => total + heightOf(variant), 0);
  for (const { zone, turn } of turnsOf(zones)) {
    const room = rows - used() + heightOf(chosen.get(zone)!);
    const richest = zone.variants.find(
      (variant) => turnOf(zone, variant) <= turn && heightOf(variant) <= room,
    );
    chosen.set(zone, richest ?? chosen.get(zone)!);
  }

  return zones.map((zone) => {
    const variant = chosen.get(zone)!;
    return { title: variant.title ?? zone.title, variant };
  });
}

const turnOf = ({ priority }: Zone, { turn = priority }: Variant): number => turn;

/** When a zone may take room: once for each number that its variants have. */
const turnsOf = (zones: readonly Zone[]) =>
  zones
    .flatMap((zone) =>
      [...new Set(zone.variants.map((variant) => turnOf(zone, variant)))].map((turn) => ({
        zone,
        turn,
      })),
    )
    .toSorted((one, other) => one.turn - other.turn);
